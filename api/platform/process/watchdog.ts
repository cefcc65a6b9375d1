import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { type DocumentNode, Kind, print } from 'graphql';
import type { Watching } from './watchdog.thread.ts';

/** How often the event loop says that it turns. */
const TICK_MS = 200;
/** Of processor time in one turn. */
const TOLD_AFTER_MS = 1_000;
const ENDED_AFTER_MS = 20_000;

/** The operations begun last, in a ring that the thread reads while nothing else runs here. */
const KEPT = 8;
const LABEL_BYTES = 96;
const shared = {
  /** Turns of the event loop; operations begun. */
  counts: new Int32Array(new SharedArrayBuffer(8)),
  labels: new Uint8Array(new SharedArrayBuffer(KEPT * LABEL_BYTES)),
};

/** What the watchdog would name if the event loop were blocked from here on. */
export function noteOperation(document: DocumentNode): void {
  const at = Atomics.add(shared.counts, 1, 1) % KEPT;
  shared.labels.set(labelOf(document), at * LABEL_BYTES);
}

const labels = new WeakMap<DocumentNode, Uint8Array>();
/** Names of the document's operations, and enough of its text's SHA-256 to find it by. */
function labelOf(document: DocumentNode): Uint8Array {
  const known = labels.get(document);
  if (known) return known;
  const names = document.definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION && one.name?.value) || '');
  const text = document.loc?.source.body ?? print(document);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const label = new Uint8Array(LABEL_BYTES);
  new TextEncoder().encodeInto(`${hash} ${names.filter(Boolean).join(' ') || '(no name)'}`, label.subarray(0, -1));
  labels.set(document, label);
  return label;
}

export type WatchdogOptions = Partial<Pick<Watching, 'level' | 'toldAfterMs' | 'endedAfterMs'>>;
/**
 * Watches this thread's event loop from another. A turn that takes a second of processor time is told in the log; at twenty the
 * process is ended, because nothing in it could end that turn, and whoever supervises it starts it again. Processor time and not
 * the clock: a machine that slept or swapped has not been busy.
 */
export function startWatchdog(options: WatchdogOptions = {}): { stop(): Promise<void> } {
  const watching: Watching = {
    ...shared,
    kept: KEPT,
    level: 'info',
    toldAfterMs: TOLD_AFTER_MS,
    endedAfterMs: ENDED_AFTER_MS,
    ...options,
  };
  // Runs beside this file: TypeScript as it stands in tests, JavaScript once compiled.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const thread = new Worker(new URL(`./watchdog.thread.${extension}`, import.meta.url), {
    workerData: watching,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  thread.unref();
  const tick = setInterval(() => Atomics.add(shared.counts, 0, 1), TICK_MS).unref();
  return {
    stop: async () => {
      clearInterval(tick);
      await thread.terminate();
    },
  };
}
