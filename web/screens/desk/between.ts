/** The ids from one to the other in the order of the list, both included, whichever stands first. */
export function between(ids: readonly string[], one: string, other: string): string[] {
  const ends = [ids.indexOf(one), ids.indexOf(other)];
  if (ends.includes(-1)) return [other];
  return ids.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** The id `step` rows on, kept inside the list; the first when nothing is current, nothing in an empty list. */
export function stepFrom(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current);
  if (at === -1) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))];
}

/** Where to go on when these leave the list: the next that stays, else the last before. */
export function afterLeaving(
  ids: readonly string[],
  leaving: ReadonlySet<string>,
  current: string,
): string | undefined {
  const at = ids.indexOf(current);
  const stays = (id: string) => !leaving.has(id);
  return ids.slice(at + 1).find(stays) ?? ids.slice(0, Math.max(0, at)).reverse().find(stays);
}
