import { diffArrays } from 'diff';

/** A stretch of two versions of one text: agreed on, or changed since `base` by one side or by both. */
export type Stretch<T> = { same: T[] } | { base: T[]; mine: T[]; theirs: T[]; changedBy: 'mine' | 'theirs' | 'both' };

interface Edit<T> {
  /** What of the base it replaces; empty for an insertion. */
  from: number;
  to: number;
  items: T[];
}

const isEqual = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Lines two versions up by what each changed of their common base; edits that only touch at their ends stay apart. */
export function threeWay<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): Array<Stretch<T>> {
  const [a, b] = [editsOf(base, mine), editsOf(base, theirs)];
  const stretches: Array<Stretch<T>> = [];
  let at = 0;
  const agree = (to: number) => {
    if (to > at) stretches.push({ same: base.slice(at, to) });
  };
  for (const { from, to } of regions(a, b)) {
    agree(from);
    const old = base.slice(from, to);
    const [ours, others] = [applied(old, from, within(a, from, to)), applied(old, from, within(b, from, to))];
    if (isEqual(ours, others)) stretches.push({ same: ours });
    else stretches.push({ base: old, mine: ours, theirs: others, changedBy: changedBy(old, ours, others) });
    at = to;
  }
  agree(base.length);
  return stretches;
}

function editsOf<T>(base: readonly T[], other: readonly T[]): Array<Edit<T>> {
  const edits: Array<Edit<T>> = [];
  let at = 0;
  let isOpen = false;
  for (const { added, removed, value } of diffArrays([...base], [...other], { comparator: isEqual })) {
    if (!added && !removed) {
      at += value.length;
      isOpen = false;
      continue;
    }
    const edit = isOpen ? edits.at(-1) : undefined;
    const open = edit ?? { from: at, to: at, items: [] };
    if (!edit) edits.push(open);
    isOpen = true;
    if (added) open.items.push(...value);
    else at = open.to += value.length;
  }
  return edits;
}

/** The parts of the base that either side touched, each as wide as the edits in it that overlap. */
function regions<T>(a: Array<Edit<T>>, b: Array<Edit<T>>): Array<{ from: number; to: number }> {
  const sorted = [...a, ...b].sort((one, other) => one.from - other.from || one.to - other.to);
  const found: Array<{ from: number; to: number }> = [];
  for (const { from, to } of sorted) {
    const last = found.at(-1);
    const isOverlapping = last && (from < last.to || (from === to && last.from === last.to && from === last.from));
    if (isOverlapping) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

const within = <T>(edits: Array<Edit<T>>, from: number, to: number) =>
  edits.filter((edit) => (from === to ? edit.from === from && edit.to === to : edit.from < to && edit.to > from));

function applied<T>(old: readonly T[], from: number, edits: Array<Edit<T>>): T[] {
  const result: T[] = [];
  let at = 0;
  for (const edit of edits) {
    result.push(...old.slice(at, edit.from - from), ...edit.items);
    at = edit.to - from;
  }
  return [...result, ...old.slice(at)];
}

function changedBy<T>(base: T[], mine: T[], theirs: T[]): 'mine' | 'theirs' | 'both' {
  if (isEqual(mine, base)) return 'theirs';
  return isEqual(theirs, base) ? 'mine' : 'both';
}
