/**
 * How many ids at the head of the server's list are missing from the shown one. When more pages follow, ids behind the last shown
 * one have only moved up because others were handled: they are no news.
 */
export function countNewcomers(head: readonly string[], shown: ReadonlySet<string>, hasMore: boolean): number {
  const isNew = (id: string) => !shown.has(id);
  const lastShown = Math.max(-1, ...head.map((id, at) => (shown.has(id) ? at : -1)));
  return (hasMore && lastShown >= 0 ? head.slice(0, lastShown) : head).filter(isNew).length;
}
