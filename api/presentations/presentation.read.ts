import { PRESENTED_FIRST } from '@lxq/schema/presentations/presentation-states.ts';
import type { Capacity } from '@lxq/schema/roles.ts';
import type { LeaderLevel } from '../network/posts/post.entity.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { manyBy } from '../platform/lists/loaders.ts';
import { plainPage } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Presentation } from './presentation.entity.ts';

/** What waits for the viewer, longest first; what its author took back since waits no longer. */
export const waiting = (scope: Scope, page: { first: number; after?: string | null }) =>
  plainPage<Presentation>(
    scope,
    { table: 'presentation', at: 'presented_at', oldestFirst: true },
    new Conditions().add(
      `county_code = ? and leader_id = ? and state = 'PRESENTED'
         and not exists (select from report r where r.county_code = presentation.county_code and r.id = report_id and r.state = 'WITHDRAWN')`,
      ...[scope.county, scope.rights.personId],
    ),
    page,
  );

/** Of a report, as far as the viewer may know: the office of all, a leader of their own. */
export const presentationsOf = manyBy<Presentation>(
  'presentations of report',
  'select * from presentation where county_code = $1 and report_id = any($2::uuid[]) order by presented_at desc, leader_name, id',
  'reportId',
);

export interface Presentable {
  id: string;
  name: string;
  level: LeaderLevel | null;
  capacity: Capacity | null;
  isFirst: boolean;
}
/** Leaders in office, each once; those first to whom hotline and mailbox go. */
export const presentable = (scope: Scope) =>
  scope.rows<Presentable>(
    `select * from (
       select distinct on (person_id) person_id as id, person_name as name, leader_level as level, capacity, coalesce(capacity = any($2::text[]), false) as is_first
       from post where county_code = $1 and role = 'LEADER' and valid_from <= app.today() and coalesce(valid_to, 'infinity') >= app.today()
         and exists (select from person n where n.county_code = $1 and n.id = post.person_id and n.is_active)
       order by person_id, capacity = any($2::text[]) desc nulls last, valid_from, id) leader
     order by is_first desc, array_position($2::text[], capacity), level is distinct from 'COUNTY', name, id limit 200`,
    [scope.county, PRESENTED_FIRST],
  );
