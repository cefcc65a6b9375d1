import { REPORT_MACHINE, type ReportDeed } from '@lxq/schema/reports/report-states.ts';
import pg from 'pg';
import { createTestDatabase } from '../test-database.ts';
import { seedDemo } from './seed.ts';

/** The demo counties in a database of their own. */
export async function startSeeded(password: string) {
  const { adminUrl, drop } = await createTestDatabase();
  const client = new pg.Client(adminUrl);
  client.on('error', () => {});
  await client.connect();
  const lines: string[] = [];
  const begun = performance.now();
  const seeded = await seedDemo({ adminUrl, password, log: (line) => lines.push(line) });
  console.log(`seeded in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const rows = async <T extends object>(sql: string, values: unknown[]): Promise<T[]> =>
    (await client.query(sql, values)).rows;
  const stop = async () => {
    await client.end();
    await drop();
  };
  return { adminUrl, lines, seeded, rows, stop };
}

const CLOSED_CASES = `from cases where county_code = 990101 and state in ('CLOSED', 'REVIEW', 'FINAL_REVIEW', 'TERMINATED', 'ARCHIVED') and closed_at is not null`;
/** Closings without what the gate of 三不结案 asks for, all of it of one round and in its order. */
const UNSOUND_CLOSINGS = `from audit c where c.subject = 'CASE' and c.deed = 'close' and not exists (
  select from result_report r join revisit v on v.county_code = r.county_code and v.subject_id = r.subject_id and v.round = r.round
  join signature s on s.county_code = r.county_code and s.subject_id = r.subject_id and s.round = r.round and s.hash = r.signed_hash
  where r.county_code = c.county_code and r.subject_id = c.subject_id and r.signed_at < v.done_at and btrim(r.opinion) <> ''
    and v.kind = 'PRE_CLOSE' and v.state in ('COMPLETED', 'COUNTED') and s.at between v.done_at and c.at group by r.round having count(distinct s.signs_as) = 2)`;
const TAKING_PART = `from participation p join cases c on c.county_code = p.county_code and c.id = p.subject_id`;
/** What the demo county is said to hold, how many, and where they stand. */
export const NUMBERS: [what: string, count: number, from: string][] = [
  ['townships', 13, `from place where county_code = 990101 and level = 'TOWNSHIP'`],
  ['villages', 469, `from place where county_code = 990101 and level = 'VILLAGE'`],
  ['departments', 30, `from unit where county_code = 990101 and kind = 'DEPARTMENT'`],
  ['key enterprises', 12, `from unit where county_code = 990101 and kind = 'KEY_ENTERPRISE'`],
  ['officers', 5_000, `from post where county_code = 990101 and role = 'OFFICER' and valid_to is null`],
  ['reports', 15_800, `from report where county_code = 990101 and line <> 'SEALED'`],
  [
    'accusations, which only the discipline desk counts',
    79,
    `from report where county_code = 990101 and line = 'SEALED'`,
  ],
  [
    'problems',
    8_640,
    `from report r join term t on t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code where r.county_code = 990101 and r.line <> 'SEALED' and t.is_problem`,
  ],
  [
    'days with reports',
    280,
    `from (select distinct (submitted_at at time zone 'Asia/Shanghai')::date from report where county_code = 990101) days`,
  ],
  ['issued digests', 28, `from digest where county_code = 990101 and state in ('ISSUED', 'FOLLOWED')`],
  ['open digests', 1, `from digest where county_code = 990101 and state = 'EDITING'`],
  ['instructions by city leaders', 214, `from instruction where county_code = 990101 and level = 'CITY'`],
  ['instructions by county leaders', 76, `from instruction where county_code = 990101 and level = 'COUNTY'`],
  ['instructions that are closed', 287, `from instruction where county_code = 990101 and state = 'CLOSED'`],
  ['instructions on their way', 3, `from instruction where county_code = 990101 and state <> 'CLOSED'`],
  ['cases', 120, 'from cases where county_code = 990101'],
  ['cases that are closed or were', 70, CLOSED_CASES],
  ['closings of both counties', 79, `from audit where subject = 'CASE' and deed = 'close'`],
  ['closings without the opinion, the revisit and both hands', 0, UNSOUND_CLOSINGS],
  [
    'parts in cases that tell of another state or day',
    0,
    `${TAKING_PART} where (p.state, p.due_on) is distinct from (c.state, c.due_on)`,
  ],
  [
    'units that take part in what is about themselves',
    0,
    `${TAKING_PART} where c.concerns_unit_codes @> to_jsonb(p.unit_code)`,
  ],
  [
    'cases whose main unit takes no part',
    0,
    `from cases c where c.responsible_unit_code is not null and not exists (select from participation p where p.county_code = c.county_code and p.subject_id = c.id and p.unit_code = c.responsible_unit_code and p.part = 'MAIN')`,
  ],
  ['reports of the small county', 200, `from report where county_code = 990102 and line <> 'SEALED'`],
];

/** A step of a report's history, beside the state in which the report stands. */
export interface Step {
  id: string;
  deed: string;
  from: string | null;
  to: string;
  role: never;
  state: string;
  at: Date;
}
/** What its author called urgent is that from the receipt on. */
const SENT_AS = { URGENT: 'URGENT' };

/** The steps that the state machine does not allow, and the reports whose history ends in another state. */
export function refusedOf(steps: readonly Step[]): unknown[] {
  const refused: unknown[] = [];
  for (const [id, history] of Map.groupBy(steps, (step) => step.id)) {
    let state: string | null = null;
    for (const step of history) {
      const rule =
        step.deed === 'submit'
          ? { from: [null], to: SENT_AS[step.to as 'URGENT'] ?? 'SUBMITTED', by: [step.role] }
          : REPORT_MACHINE[step.deed as ReportDeed];
      const isAllowed =
        (rule?.from as readonly unknown[])?.includes(state) &&
        rule.to === step.to &&
        rule.by.includes(step.role) &&
        step.from === state;
      if (!isAllowed || +step.at > Date.now()) refused.push(step);
      state = step.to;
    }
    if (state !== history[0]?.state) refused.push({ id, state });
  }
  return refused;
}
