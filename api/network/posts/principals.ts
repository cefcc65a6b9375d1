import type { Scope } from '../../platform/scope/scope.ts';
import type { Person } from './person.entity.ts';

const IN_FORCE = `county_code = $1 and capacity = 'PRINCIPAL' and valid_from <= app.today() and coalesce(valid_to, app.today()) >= app.today()`;

/** Every unit with a principal today, as far as the viewer may read its posts; `$1` is the county. */
export const LED = `select unit_code from post where ${IN_FORCE}`;

/** Who answers for a unit (R17): one at a time, which a constraint holds. */
export const principalOf = (scope: Scope) =>
  scope.loader<number, Pick<Person, 'id' | 'name'>>('principal of unit', async (codes) => {
    const rows = await scope.rows<{ unitCode: number } & Pick<Person, 'id' | 'name'>>(
      `select unit_code, person_id as id, person_name as name from post where ${IN_FORCE} and unit_code = any($2::bigint[])`,
      [scope.county, codes],
    );
    const found = new Map(rows.map(({ unitCode, ...person }) => [unitCode, person]));
    return codes.map((code) => found.get(code) ?? null);
  });
