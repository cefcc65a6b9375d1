import { LEVEL_OF } from '@lxq/schema/roles.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Figures } from '../network.type.ts';
import { IN_FORCE } from '../posts/officers.ts';

/** Issues and instructions are the county's own: below it nobody counts them, which is not to say that there are none. */
const OF_OFFICE = 'select * from app.office_figures()';
const OF_NOBODY =
  'select null::int as digests_issued, null::int as instructions, null::int as instructions_by_city, null::int as instructions_by_county';

/** The home page's figures, as far as the viewer's rows reach: the reports that the lists and counts show, without a filter. */
export async function figures(scope: Scope): Promise<Figures> {
  const isCounty = LEVEL_OF[scope.rights.role] === 'COUNTY';
  const [counted] = await scope.rows<Figures>(
    `select r.*, i.*, p.*, u.*, o.* from
       (select min(r.submitted_at at time zone 'Asia/Shanghai')::date as "from", max(r.submitted_at at time zone 'Asia/Shanghai')::date as "to",
          count(*)::int as reports, (count(*) filter (where t.is_problem))::int as problems
        from report r left join term t on t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code
        where r.county_code = $1) r,
       (${isCounty ? OF_OFFICE : OF_NOBODY}) i,
       (select (count(*) filter (where level = 'TOWNSHIP'))::int as townships, (count(*) filter (where level = 'VILLAGE'))::int as villages
        from place where county_code = $1 and coalesce(valid_to, app.today()) >= app.today()) p,
       (select (count(*) filter (where kind = 'DEPARTMENT'))::int as departments, (count(*) filter (where kind = 'KEY_ENTERPRISE'))::int as enterprises
        from unit where county_code = $1 and is_active) u,
       (select count(distinct person_id)::int as officers from post where ${IN_FORCE}) o`,
    [scope.county],
  );
  return counted as Figures;
}
