import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

// Whoever asked us to end waits five seconds: the server gets its share of them, and the database keeps its own.
const LIMIT_MS = 4600;
const EACH_MS = 2300;

type Ending = () => Promise<void>;

/**
 * Ends what was started, last first, when the process is told to end: by a signal, or because the npm that ran it has
 * been killed and nobody could tell us any more.
 */
export function endings(log: (line: string) => void): { add(ending: Ending): void; end(code: number): Promise<never> } {
  const started: Ending[] = [];
  let ending: Promise<never> | undefined;

  async function endAll(code: number): Promise<never> {
    const all = (async () => {
      for (const stop of started.reverse()) {
        const stopped = stop().catch((error) => log(String(error)));
        await Promise.race([stopped, sleep(EACH_MS)]);
      }
    })();
    const inTime = await Promise.race([all.then(() => true), sleep(LIMIT_MS, false)]);
    if (!inTime) log('Not everything ended in time; leaving');
    return process.exit(inTime ? code : 1);
  }
  function end(code: number): Promise<never> {
    ending ??= endAll(code);
    return ending;
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  whenAbandoned(() => void end(0));
  return { add: (stop) => started.push(stop), end };
}

/**
 * Whoever watches over us (supervise.ts) is gone when the line to it is cut. A killed npm leaves us, or the shell between us, to
 * another parent. Without npm (a service) a new parent means nothing.
 */
function whenAbandoned(then: () => void): void {
  if (process.connected) return void process.once('disconnect', then);
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const before = ancestry();
  const watch = setInterval(() => {
    if (ancestry() === before) return;
    clearInterval(watch);
    then();
  }, 500);
  watch.unref();
}

function ancestry(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8'); // pid (name) state ppid …
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return String(process.ppid);
  }
}
