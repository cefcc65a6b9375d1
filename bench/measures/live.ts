import { againstPeers } from '../live/against-peers.ts';
import { holding, twoProcesses } from '../live/holding.ts';
import type { Measure } from '../measure.ts';

/** One event to many sockets of the same rights, and how many sockets one process holds. */
export const measure: Measure = {
  run: async (bench) => [...(await againstPeers(bench)), await twoProcesses(bench), ...(await holding(bench))],
};
