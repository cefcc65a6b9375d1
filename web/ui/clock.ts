import { countyNow } from './county-clock.ts';

const TICK_MS = 30_000;

const hearers = new Set<() => void>();
let now = countyNow();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock, the county's, for all times on the screen: hundreds of rows move on in one step, and only those whose words change. */
export const clock = {
  now: () => now,
  listen(hear: () => void) {
    if (hearers.size === 0) {
      now = countyNow();
      timer = setInterval(tick, TICK_MS);
    }
    hearers.add(hear);
    return () => {
      hearers.delete(hear);
      if (hearers.size === 0) clearInterval(timer);
    };
  },
};

function tick() {
  now = countyNow();
  for (const hear of hearers) hear();
}
