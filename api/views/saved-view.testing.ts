import { mine, type Rule, type Rules } from '../sight/sight.rules.ts';

/** The matrix' rows are shared by the county office or by the station where they lie: its own desk sees them, nobody else does. */
const atDesk: Rule = (viewer, row) => viewer === 'COUNTY' || (viewer === 'TOWNSHIP' && row.place === 'OWN_STATION');
const makers: Rule = (viewer, row) => atDesk(viewer, row) && mine(viewer, row);
export const sight: Record<string, Rules> = {
  saved_view: { see: atDesk, add: makers, change: atDesk, remove: makers },
};
