import type { CaseState } from '@lxq/schema/cases/case-states.ts';
import type pg from 'pg';
import type { CaseFile } from './case-file.ts';
import type { Row } from './rows.ts';

/** Where a case stands, and what it went through that the database asks for: it is born registered, and is let go further (app.keep_case_gate). */
export interface Standing {
  id: string;
  state: string;
  since: string;
  through: readonly string[];
}
const JUDGED: readonly (string | null)[] = [
  ...([
    'REWORK',
    'PRE_CLOSE_VISITED',
    'CLOSED',
    'REOPENED',
    'REVIEW',
    'FINAL_REVIEW',
    'TERMINATED',
    'ARCHIVED',
  ] as const),
  ...(['TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED'] as const),
] satisfies CaseState[];
export const standingOf = ({ id, state, stateSince, lines }: CaseFile): Standing => ({
  ...{ id, state, since: new Date(stateSince).toISOString() },
  through: lines.flatMap(({ from, to }) => (from !== to && to && JUDGED.includes(to) ? [to] : [])),
});

/** Every closing is judged: a case whose opinion, revisit or hands are missing stops the seeding. */
const GIVEN = `with given as (select * from jsonb_to_recordset($2::jsonb) as g (id uuid, state text, since timestamptz, through text[]))`;
const BECOMES = `${GIVEN} update cases c set state = g.through[$3], round = c.round + (g.through[$3] in ('REWORK', 'REOPENED'))::int
  from given g where c.county_code = $1 and c.id = g.id and g.through[$3] is not null`;
const STANDS = `${GIVEN} update cases c set (state, state_since) = (g.state, g.since) from given g where c.county_code = $1 and c.id = g.id`;
/** Whoever received a case takes part by a trigger already. */
const PARTS = `insert into participation (county_code, subject_id, unit_code, subject, part, since, state, due_on, at, signed_at, signed_by_name, serial, title)
  select p.county_code, p.subject_id, p.unit_code, p.subject, p.part, p.since, p.state, p.due_on, p.at, p.signed_at, p.signed_by_name, c.serial, c.title
  from jsonb_populate_recordset(null::participation, $1::jsonb) p join cases c on c.county_code = p.county_code and c.id = p.subject_id
  on conflict (county_code, subject_id, unit_code) do update set part = excluded.part, signed_at = excluded.signed_at, signed_by_name = excluded.signed_by_name`;

/** Brings the cases of a county to where they stand, and those in that take part. */
export async function bringCases(
  client: pg.ClientBase,
  { countyCode, standing, parts }: { countyCode: number; standing: readonly Standing[]; parts: readonly Row[] },
): Promise<void> {
  const given = [countyCode, JSON.stringify(standing)];
  const steps = Math.max(0, ...standing.map(({ through }) => through.length));
  for (let step = 1; step <= steps; step++) await client.query(BECOMES, [...given, step]);
  await client.query(STANDS, given);
  await client.query(PARTS, [JSON.stringify(parts)]);
}
