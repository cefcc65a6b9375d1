import { addDays } from '@lxq/schema/calendar.ts';
import { clerkOf } from './case-cast.ts';
import type { CaseDesk, CaseFile, Left } from './case-file.ts';
import * as texts from './case-texts.ts';
import type { Post } from './people.ts';
import { PORTFOLIOS, portfolioOf } from './portfolios.ts';
import { between, pick, shuffled } from './random.ts';
import { holderOf } from './unit-staff.ts';
import { shanghaiDay } from './working-hours.ts';

interface Fixing {
  at: number;
  desk: CaseDesk;
  unit: number;
  coUnits: readonly number[];
}

/** 五定五包 (R57, R58): its units, the leader in charge of its topic, and who answers for what. */
export function fixed(file: CaseFile, { at, desk, unit, coUnits }: Fixing): Left {
  const { random, story, subject } = file;
  const { network, notices } = desk;
  const name = (post: Post) => post.person.name;
  const sponsor = sponsorOf(file, unit, desk);
  const handler = clerkOf(network, unit);
  const resolveBy = resolvedBy(file, at, desk);
  const head = network.heads.get(subject.village.code) as Post;
  const others = network.office.leaders.filter(({ level, post }) => level === 'COUNTY' && post !== sponsor);
  return {
    ...{ responsibleUnitCode: unit, coUnitCodes: coUnits, resolveBy, dueOn: resolveBy, sponsor },
    outsiders: story.hasOutsiders ? shuffled(random, texts.OUTSIDERS).slice(0, between(random, 1, 2)) : [],
    coLeaders: story.grade === 'MAJOR' ? [pick(random, others).name] : [],
    ...{ sectionHead: name(holderOf(network, unit, 'OFFICE_HEAD')), handler: name(handler) },
    consolidation: pick(random, [90, 95, 95, 98, 100]),
    guarantees: {
      receiving: name(file.openedBy),
      coordinating: name(holderOf(network, unit, 'OFFICE_HEAD')),
      supervising: name(pick(random, network.office.clerks)),
      carryingOut: name(handler),
      reconciling: name(head),
    },
    noticeNo: notices(at),
    ...{ assignedAt: new Date(at), signedForAt: null, objectUntil: null },
  };
}

function sponsorOf({ story, subject }: CaseFile, unit: number, { network }: CaseDesk): Post {
  if (story.isTakenBelow)
    return holderOf(network, network.stations.has(unit) ? unit : subject.village.township.code, 'PRINCIPAL');
  const portfolio = PORTFOLIOS[portfolioOf(subject.matter.topic) ?? 0];
  return network.office.leaders[portfolio?.leader ?? 0]?.post as Post;
}

/** What is open still has some days, unless its story says that it is late. */
function resolvedBy({ story, random, isOver }: CaseFile, at: number, { now }: CaseDesk): string {
  const [given, today] = [shanghaiDay(at), shanghaiDay(now)];
  const usual = addDays(given, story.grade === 'MAJOR' ? between(random, 11, 14) : between(random, 5, 7));
  if (isOver) return usual;
  if (story.isLate)
    return [given, [usual, addDays(today, -between(random, 1, 3))].sort()[0] as string].sort()[1] as string;
  return [usual, addDays(today, between(random, 2, 8))].sort()[1] as string;
}
