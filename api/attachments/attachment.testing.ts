import { never, onTheLine, type Rule, type Rules } from '../sight/sight.rules.ts';

/** What somebody attached themselves, to what they see. Rows of the matrix belong to reports, and are read as those are; of cases and revisits see attachment-eyes.test.ts. */
const own: Rule = (viewer, row) => onTheLine(viewer, row) && row.mine;

export const sight: Record<string, Rules> = {
  attachment: { see: onTheLine, add: own, change: own, remove: never },
};
