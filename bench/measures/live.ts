import { delivery } from '../live/delivery.ts';
import { holding } from '../live/holding.ts';
import type { Measure } from '../measure.ts';

/** One event to many sockets of the same rights, and how many sockets one process holds. */
export const measure: Measure = {
  run: async (bench) => [...(await delivery(bench)), ...(await holding(bench))],
};
