import { haystackOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import type { PlaceRow } from './place-row.ts';
import type { Query } from './transaction.ts';

/** Reports of a place that was renamed are found by its new name too; by the old one they stay found. */
export async function addNamesToSearch(query: Query, before: Map<number, PlaceRow>, places: PlaceRow[]): Promise<void> {
  const renamed = new Map(
    places.filter((place) => isRenamed(before.get(place.code), place)).map((place) => [place.code, place]),
  );
  if (renamed.size === 0) return;
  const county = places[0]?.county_code;
  const reports = await query<{ report_id: string; haystack: string; place_code: number; unit_code: number }>(
    `select s.report_id, s.haystack, r.place_code, r.unit_code from report_search s
     join report r on r.county_code = s.county_code and r.id = s.report_id
     where s.county_code = $1 and r.county_code = $1 and (r.place_code = any($2::bigint[]) or r.unit_code = any($2::bigint[]))`,
    [county, [...renamed.keys()]],
  );
  for (const { report_id, haystack, place_code, unit_code } of reports) {
    const named = [renamed.get(place_code), renamed.get(unit_code)].filter((place) => place !== undefined);
    const names = named.flatMap(({ full_name, pinyin, initials }) => [full_name, pinyin, initials]);
    const wider = haystackOf([haystack, ...new Set(names)]);
    const change = 'update report_search set haystack = $3, keys = $4::int[] where county_code = $1 and report_id = $2';
    await query(change, [county, report_id, wider, keysOf(county as number, wider)]);
  }
}

const isRenamed = (old: PlaceRow | undefined, now: PlaceRow) =>
  old !== undefined && (old.full_name !== now.full_name || old.pinyin !== now.pinyin);
