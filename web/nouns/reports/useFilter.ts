import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, readFilter, writeFilter } from './filter.ts';

/** The filter in the address; every change is a step that Back undoes. */
export function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const filter = useMemo(() => readFilter(new URLSearchParams(text)), [text]);
  const change = useCallback(
    (part: Partial<Filter>) => setSearch((now) => writeFilter({ ...readFilter(now), ...part }, now)),
    [setSearch],
  );
  return [filter, change];
}

/** Everything taken back but the tray, which is a place and not a narrowing. */
export const NO_FILTER: Partial<Filter> = {
  states: undefined,
  topics: undefined,
  sources: undefined,
  lines: undefined,
  urgency: undefined,
  under: undefined,
  submittedFrom: undefined,
  submittedTo: undefined,
  problemsOnly: undefined,
  assigned: undefined,
  marker: undefined,
};

/** A tray is a set of states, so that going to one ends a choice of states. */
export const NO_TRAY: Partial<Filter> = { tray: undefined, states: undefined };
