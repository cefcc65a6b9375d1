import type { Scope } from '../../platform/scope/scope.ts';

/** Officers whose post is in force today. Below the county these are the viewer's own: a number may not say what a row may not. */
export const IN_FORCE = `county_code = $1 and role = 'OFFICER' and valid_from <= app.today() and coalesce(valid_to, app.today()) >= app.today()`;

/** The county's own code, $1 being the county. A station counts its whole township, the county office the whole county. */
const COUNTY_CODE = `$1::bigint * 1000000000`;

/** Every unit with an officer in force at it or below it; `$1` is the county. */
export const COVERED = `select unit_code from post where ${IN_FORCE} union select township_code from post where ${IN_FORCE}
  union select ${COUNTY_CODE} from post where ${IN_FORCE}`;

/** How many officers a unit has, at it and below it. */
export const officersOf = (scope: Scope) =>
  scope.loader<number, number>('officers of unit', async (codes) => {
    const rows = await scope.rows<{ code: number; officers: number }>(
      `select code, count(distinct person_id)::int as officers from (
         select unit_code as code, person_id from post where ${IN_FORCE} and unit_code = any($2::bigint[])
         union all select township_code, person_id from post where ${IN_FORCE} and township_code = any($2::bigint[])
         union all select ${COUNTY_CODE}, person_id from post where ${IN_FORCE} and ${COUNTY_CODE} = any($2::bigint[])) held
       group by code`,
      [scope.county, codes],
    );
    const found = new Map(rows.map(({ code, officers }) => [code, officers]));
    return codes.map((code) => found.get(code) ?? 0);
  });
