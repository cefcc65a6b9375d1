import type { Query } from './transaction.ts';

export interface Coverage {
  kind: string;
  units: number;
  covered: number;
}

/**
 * Network coverage (R2): the units of each kind with an information officer in force, over all of them. A township station
 * counts the officers of its whole township. The county office is where the network ends, and is not counted.
 */
export function coverageOf(query: Query, county: number): Promise<Coverage[]> {
  return query<Coverage>(
    `with officer as materialized (
       select distinct p.unit_code, p.township_code from post p
       where p.county_code = $1 and p.role = 'OFFICER' and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today())
     select kind, count(*)::int as units, (count(*) filter (where
         case kind when 'TOWNSHIP_STATION' then code in (select township_code from officer) else code in (select unit_code from officer) end))::int as covered
     from unit where county_code = $1 and is_active and kind <> 'COUNTY_OFFICE'
     group by kind order by kind`,
    [county],
  );
}
