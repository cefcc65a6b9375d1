import type { Scope } from '../scope/scope.ts';
import { complete, type Listing, statementOf } from './listing.ts';
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
  return complete(scope, listing, selection, await scope.rows<Row>(statement, values));
}
