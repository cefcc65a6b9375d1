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
/** How often somebody looks for what a killed process had in hand. */
const FREE_MS = 15_000;
/**
 * Of a queue with a name one job is in hand at a time, and everything behind it waits: what climbs, reminds, rings at a channel, makes a file. Hardly any takes two minutes, and the night, which has
 * none, an hour; another beside it would do no harm. So what is in hand for longer is taken for a killed process's. The library would let it wait for four hours, or let go of all that a worker has,
 * what it has begun since included.
 */
const FREE = `with freed as (update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at < now() - interval '2 minutes' returning id)
  update graphile_worker._private_jobs set locked_at = null, locked_by = null
  where locked_at is not null and job_queue_id in (select id from freed) or locked_at < now() - interval '1 hour'`;

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
  const free = () => database.beside(database.jobs.query(FREE));
  const freeing = setInterval(free, FREE_MS).unref();
  free();
  const ended = forever();
  return {
    stop: async () => {
      stopping.abort();
      clearInterval(freeing);
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
