import { diffArrays } from 'diff';

export type Side = 'mine' | 'theirs' | 'both';

/** Paragraphs on which two versions agree, or a place where the clerk has to choose. */
export type Hunk<P> = { same: P[] } | { mine: P[]; theirs: P[] };

/** Lines two versions up by paragraph, so that choosing keeps bold type and breaks inside each. */
export function hunksOf<P>(mine: P[], theirs: P[]): Array<Hunk<P>> {
  const changes = diffArrays(theirs, mine, { comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  const hunks: Array<Hunk<P>> = [];
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      hunks.push({ same: value });
      continue;
    }
    const last = hunks.at(-1);
    const open = last && 'mine' in last ? last : { mine: [], theirs: [] };
    if (open !== last) hunks.push(open);
    (added ? open.mine : open.theirs).push(...value);
  }
  return hunks;
}

/** The text that the choices make; `choices[i]` speaks for the i-th hunk and counts only where versions differ. */
export function mergedBy<P>(hunks: Array<Hunk<P>>, choices: Record<number, Side>): P[] {
  return hunks.flatMap((hunk, index) => {
    if ('same' in hunk) return hunk.same;
    const side = choices[index] ?? 'mine';
    if (side === 'both') return [...hunk.theirs, ...hunk.mine];
    return side === 'mine' ? hunk.mine : hunk.theirs;
  });
}
