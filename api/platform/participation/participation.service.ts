import { manyOf } from '../lists/many.ts';
import type { Scope } from '../scope/scope.ts';
import { type Part, Participation } from './participation.entity.ts';

/** A matter as those who take part see it in their lists. */
export interface Matter {
  subject: string;
  subjectId: string;
  at: Date;
  state: string;
  dueOn?: string | null;
}

/** These units take part from now on and no others; one that takes part already keeps since when, and as long as its part is the same its signing. */
export async function engage(
  scope: Scope,
  { subject, subjectId, at, state, dueOn }: Matter,
  parts: ReadonlyMap<number, Part>,
): Promise<void> {
  await disengage(scope, subjectId, [...parts.keys()]);
  await scope.rows(
    `insert into participation (county_code, subject_id, unit_code, subject, part, since, state, due_on, at)
     select $1, $2, u.code, $3, u.part, $4, $5, $6::date, $7 from unnest($8::bigint[], $9::text[]) u (code, part)
     on conflict (county_code, subject_id, unit_code) do update set part = excluded.part,
       signed_at = case when participation.part = excluded.part then participation.signed_at end,
       signed_by_name = case when participation.part = excluded.part then participation.signed_by_name end`,
    [scope.county, subjectId, subject, scope.now, state, dueOn ?? null, at, [...parts.keys()], [...parts.values()]],
  );
}

/** Whoever took part no longer does, but for those who stay. */
export const disengage = (scope: Scope, subjectId: string, stay: readonly number[] = []) =>
  scope.rows(
    'delete from participation where county_code = $1 and subject_id = $2 and unit_code <> all($3::bigint[])',
    [scope.county, subjectId, stay],
  );

/** The viewer's unit signs for its part; the first signing counts. */
export const signPart = (scope: Scope, subjectId: string) =>
  scope.rows(
    `update participation set signed_at = $4, signed_by_name = $5
     where county_code = $1 and subject_id = $2 and unit_code = $3 and signed_at is null`,
    [scope.county, subjectId, scope.rights.unitCode, scope.now, scope.rights.personName],
  );

/** Who takes part in each matter, the main unit first, as far as the viewer may see. */
export const partsOf = manyOf<PartTaken>(Participation, {
  owner: 'subject_id',
  order: `o.part <> 'MAIN', o.since, o.unit_code`,
});
export interface PartTaken {
  unitCode: number;
  part: Part;
  since: Date;
  signedAt: Date | null;
  signedByName: string | null;
}
