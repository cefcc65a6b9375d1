import { type CaseState, ELSEWHERE } from '@lxq/schema/cases/case-states.ts';
import type pg from 'pg';
import type { CaseFile } from './case-file.ts';
import type { Row } from './rows.ts';

/** Where a case stands, and what it went through that the database asks for: it is born registered, and is let go further (app.keep_case_gate). */
export interface Standing {
  id: string;
  state: string;
  since: string;
  round: number;
  through: readonly CaseState[];
}
export const standingOf = ({ id, state, stateSince, left, lines }: CaseFile): Standing => ({
  ...{ id, state, since: new Date(stateSince).toISOString(), round: left.round },
  through: lines.some(({ deed }) => deed === 'close')
    ? ['PRE_CLOSE_VISITED', 'CLOSED']
    : ELSEWHERE.filter((elsewhere) => elsewhere === left.decision),
});

/** Every closing is judged: a case whose opinion, revisit or hands are missing stops the seeding. */
const GIVEN = `with given as (select * from jsonb_to_recordset($2::jsonb) as g (id uuid, state text, since timestamptz, round int, through text[]))`;
const becomes = (state: string) =>
  `${GIVEN} update cases c set state = ${state} from given g where c.county_code = $1 and c.id = g.id and ${state} is not null`;
const STANDS = `${GIVEN} update cases c set (state, state_since, round) = (g.state, g.since, g.round) from given g where c.county_code = $1 and c.id = g.id`;
/** Whoever received a case takes part by a trigger already. */
const PARTS = `insert into participation (county_code, subject_id, unit_code, subject, part, since, state, due_on, at, signed_at, signed_by_name)
  select county_code, subject_id, unit_code, subject, part, since, state, due_on, at, signed_at, signed_by_name from jsonb_populate_recordset(null::participation, $1::jsonb)
  on conflict (county_code, subject_id, unit_code) do update set part = excluded.part, signed_at = excluded.signed_at, signed_by_name = excluded.signed_by_name`;

/** Brings the cases of a county to where they stand, and those in that take part. */
export async function bringCases(
  client: pg.ClientBase,
  { countyCode, standing, parts }: { countyCode: number; standing: readonly Standing[]; parts: readonly Row[] },
): Promise<void> {
  for (const step of [becomes('g.through[1]'), becomes('g.through[2]'), STANDS])
    await client.query(step, [countyCode, JSON.stringify(standing)]);
  await client.query(PARTS, [JSON.stringify(parts)]);
}
