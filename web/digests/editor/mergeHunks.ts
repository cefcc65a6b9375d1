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

/**
 * What to propose at each place where versions differ: theirs where only they changed something since `base`, mine where I
 * did. Paragraphs are compared as a whole.
 */
export function proposedBy<P>(hunks: Array<Hunk<P>>, base: readonly P[]): Record<number, Side> {
  const known = new Set(base.map((paragraph) => JSON.stringify(paragraph)));
  const isOld = (paragraphs: P[]) => paragraphs.every((paragraph) => known.has(JSON.stringify(paragraph)));
  return Object.fromEntries(
    hunks.flatMap((hunk, index): Array<[number, Side]> => {
      if ('same' in hunk) return [];
      const isMineOld = isOld(hunk.mine) && (hunk.mine.length > 0 || !isOld(hunk.theirs));
      return [[index, isMineOld ? 'theirs' : 'mine']];
    }),
  );
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
