import { county, never, type Rule, type Rules } from '../sight/sight.rules.ts';

/** Whoever is told, and nobody else: no principal of theirs, no administrator. */
const own: Rule = (viewer, row) => row.mine && (county(viewer, row) || viewer !== 'OWNER');
const nobody: Rules = { see: never, add: never, change: never, remove: never };

export const sight: Record<string, Rules> = {
  notification: { see: own, add: never, change: own, remove: never },
  notification_delivery: { ...nobody, see: own },
  notification_channel: { see: own, add: own, change: own, remove: own },
  notification_pace: nobody,
  push_key: nobody,
};
