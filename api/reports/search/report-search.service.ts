import { haystackOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import { placeByCode } from '../../network/network.loaders.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { numberOf } from '../lists/report.number.ts';
import type { Report } from '../report.entity.ts';

/** Puts a report's words where search finds them, in the transaction that stores the report. */
export async function index(scope: Scope, report: Report): Promise<void> {
  const places = await placeByCode(scope).loadMany([report.placeCode, report.unitCode]);
  const names = places.flatMap((place) =>
    place && 'fullName' in place ? [place.fullName, place.pinyin, place.initials] : [],
  );
  const haystack = haystackOf([report.content, ...names, numberOf(report)]);
  await scope.rows('select app.index_report($1, $2, $3)', [report.id, haystack, keysOf(scope.county, haystack)]);
}
