import type { Scope } from '../../platform/scope/scope.ts';
import type { Person } from './person.entity.ts';

const IN_OFFICE = `select * from person n where n.county_code = $1 and n.is_active and exists (select from post p
  where p.county_code = n.county_code and p.person_id = n.id and p.role = 'LEADER'
    and p.valid_from <= app.today() and coalesce(p.valid_to, app.today()) >= app.today())`;

/** Who may be in charge of a portfolio: persons with a leader's post in force. */
export const leaders = (scope: Scope) => scope.rows<Person>(`${IN_OFFICE} order by n.name, n.id`, [scope.county]);

export const leaderOf = (scope: Scope, id: string) =>
  scope.row<Person>(`${IN_OFFICE} and n.id = $2`, [scope.county, id]);
