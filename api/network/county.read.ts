import type { Scope } from '../scope.ts';
import type { Figures } from './network.type.ts';
import { IN_FORCE } from './officers.ts';

/** The home page's figures, as far as the viewer's rows reach: the reports that the lists and counts show, without a filter. */
export async function figures(scope: Scope): Promise<Figures> {
  const [counted] = await scope.rows<Figures>(
    `select r.*, d.*, i.*, p.*, u.*, o.* from
       (select min(r.submitted_at at time zone 'Asia/Shanghai')::date as "from", max(r.submitted_at at time zone 'Asia/Shanghai')::date as "to",
          count(*)::int as reports, (count(*) filter (where t.is_problem))::int as problems
        from report r left join term t on t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code
        where r.county_code = $1) r,
       (select count(*)::int as digests_issued from digest where county_code = $1 and state in ('ISSUED', 'FOLLOWED', 'CLOSED')) d,
       (select count(*)::int as instructions, (count(*) filter (where level = 'CITY'))::int as instructions_by_city,
          (count(*) filter (where level = 'COUNTY'))::int as instructions_by_county
        from instruction where county_code = $1 and state <> 'WITHDRAWN') i,
       (select (count(*) filter (where level = 'TOWNSHIP'))::int as townships, (count(*) filter (where level = 'VILLAGE'))::int as villages
        from place where county_code = $1 and coalesce(valid_to, current_date) >= current_date) p,
       (select (count(*) filter (where kind = 'DEPARTMENT'))::int as departments, (count(*) filter (where kind = 'KEY_ENTERPRISE'))::int as enterprises
        from unit where county_code = $1 and is_active) u,
       (select count(distinct person_id)::int as officers from post where ${IN_FORCE}) o`,
    [scope.county],
  );
  return counted as Figures;
}
