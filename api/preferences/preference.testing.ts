import { county, never, type Rule, type Rules } from '../sight/sight.rules.ts';

/** Everybody at a desk has their own, and nobody sees how somebody else has arranged theirs. */
const own: Rule = (viewer, row) => (county(viewer, row) || viewer === 'TOWNSHIP') && row.mine;
export const sight: Record<string, Rules> = { preference: { see: own, add: own, change: own, remove: never } };
