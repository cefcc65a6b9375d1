import type { ChangesSubscription } from './changes.generated.ts';

export type Change = ChangesSubscription['changes'];
export type LiveState = 'idle' | 'connecting' | 'live' | 'cut';

/** Where changes come from: one subscription at a time, begun after a cursor. */
export interface ChangeSource {
  subscribe(after: string | null, on: { change: (change: Change) => void; ended: () => void }): () => void;
  disconnect(): void;
  /** Takes what changes carry of a report before the screens hear of them. */
  keep(changes: readonly Change[]): void;
  watch(on: { opened: () => void; closed: () => void }): void;
}

const RECENT = 500;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
const LINGER_MS = 2_000;
const FRAME_MS = 100;

export interface Conditions {
  random?: () => number;
  /** Calls once, when the screen is next drawn. */
  nextFrame?: (then: () => void) => void;
}

/** One subscription for the page, shared by its screens; goes on after the last change seen whenever it was cut. */
export function makeStream(source: ChangeSource, { random = Math.random, nextFrame = atNextFrame }: Conditions = {}) {
  const hearers = new Set<(change: Change) => void>();
  const watchers = new Set<() => void>();
  const seen = new Set<string>();
  let cursor: string | null = null;
  let state: LiveState = 'idle';
  let leave: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let heard: Change[] = [];

  const show = (next: LiveState) => {
    if (state === next) return;
    state = next;
    for (const tell of watchers) tell();
  };

  const hear = (change: Change) => {
    if (seen.has(change.cursor)) return;
    seen.add(change.cursor);
    if (seen.size > RECENT) seen.delete(seen.values().next().value as string);
    cursor = change.cursor;
    // Those that come within one frame are one step for the screen.
    if (heard.push(change) === 1) nextFrame(tellHeard);
  };
  const tellHeard = () => {
    const changes = heard;
    heard = [];
    if (changes.length > 0) source.keep(changes);
    for (const tell of [...hearers]) for (const change of changes) tell(change);
  };

  const again = () => {
    leave = null;
    clearTimeout(timer);
    if (hearers.size === 0) return show('idle');
    show('cut');
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    timer = setTimeout(connect, wait * (0.75 + random() / 2));
  };

  const connect = () => {
    clearTimeout(timer);
    if (leave || hearers.size === 0) return;
    if (state === 'idle') show('connecting');
    leave = source.subscribe(cursor, { change: hear, ended: again });
  };

  const stop = () => {
    clearTimeout(timer);
    heard = [];
    leave?.();
    leave = null;
    source.disconnect();
    show('idle');
  };

  source.watch({
    opened: () => {
      failures = 0;
      show('live');
    },
    closed: () => show(hearers.size === 0 ? 'idle' : 'cut'),
  });

  return {
    stop,
    /** A new person or post: the old listener's place in the log means nothing any more. */
    startFrom(from: string | null) {
      stop();
      seen.clear();
      cursor = from;
      failures = 0;
      connect();
    },
    /** The network or the page is back: no need to wait out the pause. */
    hurry() {
      failures = 0;
      connect();
    },
    listen(tell: (change: Change) => void) {
      hearers.add(tell);
      connect();
      return () => {
        hearers.delete(tell);
        // The next screen of the same visit listens again at once.
        setTimeout(() => hearers.size === 0 && stop(), LINGER_MS);
      };
    },
    state: () => state,
    watch(tell: () => void) {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
  };
}

/** A page out of sight draws no frames, and still wants to sound. */
function atNextFrame(then: () => void) {
  const once = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    then();
  };
  const timer = setTimeout(once, FRAME_MS);
  const frame = requestAnimationFrame(once);
}
