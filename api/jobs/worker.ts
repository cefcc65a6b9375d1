import { run, Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Database } from '../database.ts';
import { makeDigestFile } from '../digests/digest-file.job.ts';

/** How long a running job has to end by itself when the server stops; then it goes back into the queue. */
const PATIENCE_MS = 1_500;
/** A lost notification costs this long. */
const POLL_MS = 2_000;

export interface Worker {
  stop(): Promise<void>;
}

/** Works on the queue within this process: typesetting itself runs in a process of its own. Several processes share the queue. */
export async function startWorker(database: Database, log: Logger): Promise<Worker> {
  const runner = await run({
    pgPool: database.jobs,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: POLL_MS,
    parsedCronItems: [],
    gracefulShutdownAbortTimeout: PATIENCE_MS,
    logger: quiet(log),
    taskList: { digest_file: (payload, helpers) => makeDigestFile(database, payload, helpers, log) },
  });
  runner.promise.catch((err) => log.error({ err }, 'the worker ended'));
  return { stop: () => runner.stop() };
}

/** The library tells every step; only its warnings and errors matter here. */
function quiet(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning') log[level === 'error' ? 'error' : 'warn']({ meta }, message);
  });
}
