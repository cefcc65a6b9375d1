const TICK_MS = 30_000;

const hearers = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the screen: hundreds of rows move on in one step, and only those whose words change. */
export const clock = {
  now: () => now,
  listen(hear: () => void) {
    if (hearers.size === 0) {
      now = Date.now();
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
  now = Date.now();
  for (const hear of hearers) hear();
}
