import { diffChars, diffLines } from 'diff';

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}
export interface CharDiff {
  parts: DiffPart[];
  added: number;
  removed: number;
}

/** Milliseconds after which two very unlike texts are compared by line instead of by character. */
const PATIENCE_MS = 400;

/** Character by character, what must be removed from `before` and added to it to get `after`. */
export function charDiff(before: string, after: string): CharDiff {
  const changes = diffChars(before, after, { timeout: PATIENCE_MS }) ?? diffLines(before, after);
  const parts: DiffPart[] = changes.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value,
  }));
  return { parts, added: length(parts, 'added'), removed: length(parts, 'removed') };
}

const length = (parts: DiffPart[], kind: DiffPart['kind']): number =>
  parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + [...part.text].length, 0);

export interface FoldedPart extends DiffPart {
  /** Characters left out of the middle of `text`; 0 when it is whole. */
  hidden: number;
}

/** Shortens long unchanged stretches to `context` characters beside each change. */
export function foldDiff(parts: DiffPart[], context = 30): FoldedPart[] {
  return parts.map((part, index) => {
    const chars = [...part.text];
    const head = index === 0 ? 0 : context;
    const tail = index === parts.length - 1 ? 0 : context;
    const hidden = chars.length - head - tail;
    // Folding fewer than ten characters would save nothing.
    if (part.kind !== 'same' || parts.length === 1 || hidden < 10) return { ...part, hidden: 0 };
    const text = `${chars.slice(0, head).join('')}…${tail > 0 ? chars.slice(-tail).join('') : ''}`;
    return { ...part, text, hidden };
  });
}
