export interface OutlineEntry {
  id: string;
  title: string;
  text: string;
  portfolio: { id: string } | null;
}
export interface PortfolioHeading {
  id: string;
  heading: string;
  position: number;
}
export interface OutlineGroup<E extends OutlineEntry, P extends PortfolioHeading> {
  /** Null gathers the items that no leader has in charge yet; review is refused while there are any (R31). */
  portfolio: P | null;
  entries: E[];
}

/** The items under their leaders' portfolios, in the order the issue prints them. */
export function grouped<E extends OutlineEntry, P extends PortfolioHeading>(
  entries: readonly E[],
  portfolios: readonly P[],
): Array<OutlineGroup<E, P>> {
  const known = new Set(portfolios.map((portfolio) => portfolio.id));
  const homeless = entries.filter(({ portfolio }) => !portfolio || !known.has(portfolio.id));
  const groups = [...portfolios]
    .sort((a, b) => a.position - b.position)
    .map((portfolio) => ({ portfolio, entries: entries.filter((entry) => entry.portfolio?.id === portfolio.id) }))
    .filter((group) => group.entries.length > 0);
  return homeless.length > 0 ? [{ portfolio: null, entries: homeless }, ...groups] : groups;
}

/** `ids` with `moved` standing where `over` stood. */
export function movedTo(ids: readonly string[], moved: string, over: string): string[] {
  const from = ids.indexOf(moved);
  const to = ids.indexOf(over);
  if (from < 0 || to < 0 || from === to) return [...ids];
  const rest = ids.filter((id) => id !== moved);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** `ids` with `moved` one place up or down among its own group; the same list when it stands at the end already. */
export function nudged(ids: readonly string[], group: readonly string[], moved: string, by: -1 | 1): string[] {
  const neighbour = group[group.indexOf(moved) + by];
  return group.includes(moved) && neighbour !== undefined ? movedTo(ids, moved, neighbour) : [...ids];
}
