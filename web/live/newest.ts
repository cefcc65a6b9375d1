import { ApolloLink } from '@apollo/client';
import { defer, mergeMap, type Observable, of, tap } from 'rxjs';

/** A row as answers name it: whatever two people can change has a version, which only grows. */
interface Row {
  __typename: string;
  id: string;
  version: number;
}
/** An answer that is behind although it was asked for anew is taken as it is: somebody changes the row faster than we read it. */
const MOST_TIMES = 3;

/**
 * What was asked before a deed and is answered after it would show a row as it was. Such an answer is dropped, its lists and counts too, and asked for
 * again; the cache never has a row of a lower version than it had.
 */
export function newestLink() {
  const newest = new Map<string, number>();
  const isBehind = ({ __typename, id, version }: Row) => version < (newest.get(`${__typename}:${id}`) ?? 0);
  const learn = (row: Row) => {
    if (!isBehind(row)) newest.set(`${row.__typename}:${row.id}`, row.version);
  };
  const link = new ApolloLink((operation, forward) => {
    const isQuery = operation.operationType === 'query';
    const answer = (times: number): Observable<ApolloLink.Result> =>
      defer(() => forward(operation)).pipe(
        mergeMap((result) =>
          isQuery && times < MOST_TIMES && rowsIn(result.data).some(isBehind) ? answer(times + 1) : of(result),
        ),
      );
    return answer(1).pipe(tap(({ data }) => rowsIn(data).forEach(learn)));
  });
  return { link, forget: () => newest.clear() };
}

function rowsIn(data: unknown): Row[] {
  if (Array.isArray(data)) return data.flatMap(rowsIn);
  if (typeof data !== 'object' || data === null) return [];
  const below = Object.values(data).flatMap(rowsIn);
  return isRow(data) ? [data, ...below] : below;
}
const isRow = (thing: object): thing is Row =>
  '__typename' in thing && 'id' in thing && 'version' in thing && typeof thing.version === 'number';
