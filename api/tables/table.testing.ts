import { mine, never, ownUnit, type Rule, type Rules } from '../sight/sight.rules.ts';

/** Whoever asked, at the level that they asked at: in the matrix that is the office, a station, a village's head there, and an officer of the village beside. */
const asker: Rule = (viewer, row) =>
  mine(viewer, row) &&
  ((viewer === 'COUNTY' && row.place === 'COUNTY_OFFICE') ||
    ownUnit(viewer, row) ||
    (viewer === 'OFFICER' && row.place === 'SIBLING'));
export const sight: Record<string, Rules> = {
  table_export: { see: asker, add: asker, change: asker, remove: never },
};
