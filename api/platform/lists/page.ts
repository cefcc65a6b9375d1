import type { Scope } from '../scope/scope.ts';
import { isUuid } from '../tables/ids.ts';
import { complete, type Listing, startWith, statementOf } from './listing.ts';
import type { Selection } from './selection.ts';

interface Cut {
  from?: string;
  /** The page's where, order and limit; the listed table is `r`. */
  tail: string;
  order: string;
  values: readonly unknown[];
}

/** A page of a listing: columns and joins as the selection asks. */
export async function page<Row>(
  scope: Scope,
  listing: Listing<Row>,
  selection: Selection,
  { values, ...cut }: Cut,
): Promise<Row[]> {
  const statement = statementOf(scope.database.orm.getMetadata(), listing, selection, cut);
  const rows = scope.rows<Row>(statement, values);
  startWith(scope, listing, selection);
  return complete(scope, listing, selection, await rows);
}

/** One thing with what the selection shows of it, as a page would have it; null where the viewer does not see it. */
export async function one<Row>(
  scope: Scope,
  listing: Listing<Row>,
  selection: Selection,
  id: string,
): Promise<Row | null> {
  if (!isUuid(id)) return null;
  if (listing.isMatter) scope.opensOn(id);
  const cut = { tail: 'where r.county_code = $1 and r.id = $2', order: 'r.id', values: [scope.county, id] };
  return (await page(scope, listing, selection, cut))[0] ?? null;
}
