import { mine, never, type Rule, type Rules } from '../sight/sight.rules.ts';

/** The matrix' exports were asked for at the county office: by whoever works there, and seen by them alone. */
const owner: Rule = (viewer, row) => viewer === 'COUNTY' && row.place === 'COUNTY_OFFICE' && mine(viewer, row);
export const sight: Record<string, Rules> = {
  table_export: { see: owner, add: owner, change: owner, remove: never },
};
