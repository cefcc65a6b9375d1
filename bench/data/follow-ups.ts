import { PORTFOLIOS, portfolioOf } from '@lxq/db/demo/portfolios.ts';
import { between, chance, pick, type Random, uuidAt } from '@lxq/db/demo/random.ts';
import type { Row } from '@lxq/db/demo/rows.ts';
import { townshipOf } from '@lxq/schema/places.ts';
import type { County } from './network.ts';
import type { Told } from './reports.ts';

/** Rows of other tables that a report brings along. */
export interface FollowUps {
  instruction: Row[];
  alert: Row[];
  audit: Row[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const INSTRUCTED = 1 / 15;
const WORDS = ['请抓紧核实办理，及时反馈群众。', '请牵头单位研究，拿出办法。', '群众关切，务必办好。'];
const instant = (at: number) => new Date(at).toISOString();

/** A leader's words on one report in fifteen, an alert for what is urgent, and the newest ones' audit. */
export function follow(county: County, told: Told, topic: string, now: number, random: Random, after: FollowUps): void {
  const { code } = county.shape;
  const leader = county.leaders[PORTFOLIOS[portfolioOf(topic) ?? 0]?.leader ?? 0];
  const instructedAt = told.submittedAt + between(random, 1, 40) * (HOUR / 4);
  if (chance(random, INSTRUCTED) && instructedAt < now && told.line !== 'SEALED')
    after.instruction.push({
      county_code: code,
      id: uuidAt(random, instructedAt),
      client_id: uuidAt(random, instructedAt - 60_000),
      state: instructedAt > now - HOUR / 2 ? 'INSTRUCTED' : 'REGISTERED',
      level: 'COUNTY',
      leader_id: leader?.id,
      leader_name: leader?.name,
      text: pick(random, WORDS),
      responsible_unit_code: townshipOf(told.village.code),
      due_on: instant(instructedAt + 15 * DAY).slice(0, 10),
      instructed_at: instant(instructedAt),
      report_id: told.id,
    });
  if (told.state === 'URGENT')
    after.alert.push({
      county_code: code,
      id: uuidAt(random, told.submittedAt),
      report_id: told.id,
      leader_id: leader?.id,
      raised_at: instant(told.submittedAt + HOUR / 4),
      due_at: instant(told.submittedAt + (HOUR * 3) / 4),
    });
  if (told.submittedAt > now - 2 * DAY) after.audit.push(auditRow(code, told, random));
}

function auditRow(county: number, { id, village, post, line, submittedAt }: Told, random: Random): Row {
  return {
    county_code: county,
    id: uuidAt(random, submittedAt),
    unit_code: village.code,
    at: instant(submittedAt),
    subject: 'REPORT',
    subject_id: id,
    deed: 'submit',
    to_state: 'SUBMITTED',
    actor_id: post.person.id,
    actor_name: post.person.name,
    actor_role: 'OFFICER',
    author_id: post.person.id,
    line,
  };
}
