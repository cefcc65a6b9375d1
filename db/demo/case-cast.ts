import type { CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import type { RevisitDeed } from '@lxq/schema/revisits/revisit-states.ts';
import type { CaseFile, Visit } from './case-file.ts';
import type { Network } from './network.ts';
import type { Post } from './people.ts';
import { pick } from './random.ts';
import { holderOf } from './unit-staff.ts';

/** Who writes for a unit: its clerk, or the head of a village room. */
export const clerkOf = ({ roster, heads }: Network, code: number): Post =>
  (heads.get(code) ?? roster.posts.find((post) => post.unitCode === code && post.role === 'TOWNSHIP_CLERK')) as Post;

/** Who does a deed of the case, as its machine has it. */
export function actorOf(file: CaseFile, deed: CaseDeed, network: Network): Post {
  const unit = file.left.responsibleUnitCode as number;
  if (deed === 'submitResult') return holderOf(network, unit, 'IN_CHARGE');
  if (deed === 'sign') {
    const isSecond = file.hands.some(({ round }) => round === file.left.round);
    return holderOf(network, unit, isSecond ? 'PRINCIPAL' : 'OFFICE_HEAD');
  }
  if (deed === 'coSign') return clerkOf(network, file.left.coUnitCodes[0] as number);
  const byOffice = (CASE_MACHINE[deed].by as readonly string[]).includes('COUNTY_CLERK');
  return byOffice ? officeClerk(file, network) : clerkOf(network, unit);
}

/** The office's clerk who opened it goes on with it; who has an account has half of what others opened. */
function officeClerk({ openedBy, random }: CaseFile, { office }: Network): Post {
  return openedBy.role === 'COUNTY_CLERK' ? openedBy : pick(random, office.clerks);
}

/** Who does a deed of a revisit: whoever makes it; a second and a third pair of eyes where nobody is reached. */
export function visitorOf(visit: Visit, deed: RevisitDeed, network: Network): Post {
  const { office } = network;
  const [first, second] = office.clerks as [Post, Post];
  if (deed === 'assign' || deed === 'explain') return first;
  if (deed === 'confirm') return visit.gaveUpById === second.person.id ? first : second;
  if (deed === 'count') return office.director;
  return visit.unitCode === office.code ? first : clerkOf(network, visit.unitCode);
}
