import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { destination, pino } from 'pino';

export interface Watching {
  /** Turns of the event loop; operations begun. */
  counts: Int32Array;
  /** The labels of the operations begun last, a ring of texts that end with a zero. */
  labels: Uint8Array;
  /** How many they are. */
  kept: number;
  level: string;
  toldAfterMs: number;
  endedAfterMs: number;
}

const LOOK_MS = 250;
const { counts, labels, kept, level, toldAfterMs, endedAfterMs } = workerData as Watching;
// Past the main thread, which writes for its threads when it gets to it.
const log = pino({ level }, destination({ dest: 1, sync: true }));

let turn = -1;
/** When the loop was first found where it had been; null while it turns, when nothing has to be read. */
let spentBefore: number | null = null;
let isTold = false;

setInterval(() => {
  const now = Atomics.load(counts, 0);
  if (now !== turn) {
    [turn, spentBefore, isTold] = [now, null, false];
    return;
  }
  spentBefore ??= processorMs();
  const processor = Math.round(processorMs() - spentBefore);
  if (processor >= toldAfterMs && !isTold) {
    isTold = true;
    log.error({ processorMs: processor, operations: begunLast() }, 'the event loop is blocked');
  }
  if (processor < endedAfterMs) return;
  log.fatal({ processorMs: processor, operations: begunLast() }, 'the event loop stays blocked: the process is ended');
  process.kill(process.pid, 'SIGKILL'); // anything gentler would wait for the event loop
}, LOOK_MS);

/** Newest first. */
function begunLast(): string[] {
  const begun = Atomics.load(counts, 1);
  const bytes = labels.length / kept;
  return Array.from({ length: Math.min(begun, kept) }, (_, i) => {
    const at = ((begun - 1 - i) % kept) * bytes;
    const label = Buffer.from(labels.slice(at, at + bytes)).toString();
    return label.slice(0, label.indexOf('\0'));
  });
}

/** Of the main thread, where the system tells it apart; of the whole process elsewhere, which only barks sooner. */
function processorMs(): number {
  try {
    // pid (name) state ppid …: the 14th and 15th are user and system time in ticks, of which every Linux has a hundred a second
    const stat = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}
