import { client, disconnect, whenSocket } from '../apollo.ts';
import { ChangesDocument, type ChangesSubscription } from './changes.generated.ts';

export type Change = ChangesSubscription['changes'];
export type LiveState = 'idle' | 'connecting' | 'live' | 'cut';

const RECENT = 500;
const LONGEST_WAIT_MS = 20_000;

/** One subscription for the page, shared by its screens; goes on after the last change seen whenever it was cut. */
function makeStream() {
  const hearers = new Set<(change: Change) => void>();
  const watchers = new Set<() => void>();
  const seen = new Set<string>();
  let cursor: string | null = null;
  let state: LiveState = 'idle';
  let running: { unsubscribe(): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

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
    for (const tell of hearers) tell(change);
  };

  const again = () => {
    running = null;
    clearTimeout(timer);
    if (hearers.size === 0) return show('idle');
    show('cut');
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures++);
    timer = setTimeout(connect, wait * (0.75 + Math.random() / 2));
  };

  const connect = () => {
    clearTimeout(timer);
    if (running || hearers.size === 0) return;
    if (state === 'idle') show('connecting');
    running = client.subscribe({ query: ChangesDocument, variables: { after: cursor } }).subscribe({
      next: ({ data, error }) => (data ? hear(data.changes) : error && again()),
      error: again,
      complete: again,
    });
  };

  const stop = () => {
    clearTimeout(timer);
    running?.unsubscribe();
    running = null;
    disconnect();
    show('idle');
  };

  whenSocket({
    opened: () => {
      failures = 0;
      show('live');
    },
    closed: () => show(hearers.size === 0 ? 'idle' : 'cut'),
  });
  const hurry = () => {
    failures = 0;
    connect();
  };
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && hurry());

  return {
    stop,
    /** A new person or post: the old listener's place in the log means nothing any more. */
    startFrom(from: string | null) {
      stop();
      seen.clear();
      cursor = from;
      connect();
    },
    listen(tell: (change: Change) => void) {
      hearers.add(tell);
      connect();
      return () => {
        hearers.delete(tell);
        if (hearers.size === 0) setTimeout(() => hearers.size === 0 && stop(), 2_000);
      };
    },
    state: () => state,
    watch(tell: () => void) {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
  };
}

export const stream = makeStream();
