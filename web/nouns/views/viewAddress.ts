import type { ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import { type Filter, writeFilter } from '../reports/filter.ts';

/** What a list shows: its filter and its order. */
export interface Shown {
  filter: Filter;
  sort: ReportSort;
}
interface Stored {
  id: string;
  filter: Record<string, unknown>;
  sort: ReportSort;
}

/** The address that a view is: what it narrows to, its order, and its name by its id. What else stands in the address stays: the words of a search. */
export function viewSearch({ id, filter, sort }: Stored, rest?: URLSearchParams): URLSearchParams {
  const search = writeFilter(filter as Filter, rest);
  search.set('sort', sort);
  search.set('view', id);
  return search;
}

/** The same list without any view. */
export function plainSearch(rest: URLSearchParams): URLSearchParams {
  const search = writeFilter({}, rest);
  search.delete('sort');
  search.delete('view');
  return search;
}

/** Whether the list shows something else than the view. */
export const isChanged = (shown: Shown, { filter, sort }: Stored): boolean =>
  shown.sort !== sort || plain(shown.filter) !== plain(filter);

/** Neither the order of fields nor that of a list's words matters. */
function plain(filter: object): string {
  const given = Object.entries(filter).filter(([, value]) => value != null && !(Array.isArray(value) && !value.length));
  return JSON.stringify(
    given.map(([field, value]) => [field, Array.isArray(value) ? [...value].sort() : value]).sort(),
  );
}

/** Views in somebody's own sequence; those that do not stand in it follow as they come. */
export function inSequence<Row extends { id: string }>(rows: readonly Row[], sequence: readonly string[]): Row[] {
  const at = new Map(sequence.map((id, i) => [id, i]));
  return [...rows].sort((a, b) => (at.get(a.id) ?? sequence.length) - (at.get(b.id) ?? sequence.length));
}

/** The same ids with one of them moved a place up or down. */
export function moved(ids: readonly string[], id: string, by: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  return ids.map((each, i) => (i === from ? (ids[to] as string) : i === to ? id : each));
}
