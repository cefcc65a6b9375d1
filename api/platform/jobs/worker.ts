import { setTimeout as wait } from 'node:timers/promises';
import { type CronItem, parseCronItems, Logger as QueueLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Database } from '../scope/database.ts';

/** How long a running job has to end by itself when the server stops; then it goes back into the queue. */
const PATIENCE_MS = 1_500;
/** A lost notification costs this long. */
const POLL_MS = 2_000;
/** Before the queue is asked again after the database was away. */
const AGAIN_MS = 3_000;

/** What the queue does, and what of it by the clock. */
export interface Jobs {
  tasks: TaskList;
  times: CronItem[];
  /** One by one, unless they mostly wait. */
  atOnce?: number;
}

export interface Worker {
  stop(): Promise<void>;
}

/**
 * Works on the queue within this process, of each kind of jobs one at a time or as many as it says; typesetting itself runs in a process of its own. Several processes
 * share the queue. A database that is away only makes it wait.
 */
export function startWorker(database: Database, log: Logger, jobs: Jobs): Worker {
  const stopping = new AbortController();
  let runner: Runner | undefined;
  const work = async () => {
    runner = await runOn(database, log, jobs);
    if (stopping.signal.aborted) await runner.stop();
    await runner.promise;
  };
  const forever = async () => {
    while (!stopping.signal.aborted) {
      await work().catch((err) => stopping.signal.aborted || log.warn({ err }, 'the queue waits for the database'));
      await wait(AGAIN_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  };
  const ended = forever();
  return {
    stop: async () => {
      stopping.abort();
      await runner?.stop().catch(() => {}); // it has ended by itself
      await ended;
    },
  };
}

const runOn = (database: Database, log: Logger, { tasks, times, atOnce = 1 }: Jobs) =>
  run({
    pgPool: database.jobs,
    concurrency: atOnce,
    noHandleSignals: true,
    pollInterval: POLL_MS,
    parsedCronItems: parseCronItems(times),
    gracefulShutdownAbortTimeout: PATIENCE_MS,
    logger: quiet(log),
    taskList: tasks,
  });

/** The library tells every step; only its warnings and errors matter here. */
function quiet(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning') log.warn({ meta }, message);
  });
}
