import { setTimeout as wait } from 'node:timers/promises';
import { dayOf } from '@lxq/schema/calendar.ts';
import { EVENT_RETENTION_DAYS } from '@lxq/schema/limits.ts';
import { parseCronItems, Logger as QueueLogger, type Runner, run } from 'graphile-worker';
import type { ClientBase } from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../database.ts';
import { makeDigestFile } from '../digests/digest-file.job.ts';
import { recount } from './recount.ts';

/** How long a running job has to end by itself when the server stops; then it goes back into the queue. */
const PATIENCE_MS = 1_500;
/** A lost notification costs this long. */
const POLL_MS = 2_000;
/** Before the queue is asked again after the database was away. */
const AGAIN_MS = 3_000;

/** 02:20 in Shanghai; the queue's clock is UTC. */
const NIGHT = '20 18 * * *';
/** 08:30 in Shanghai. */
const MORNING = '30 0 * * *';
const EVERY_MINUTE = '* * * * *';

export interface Worker {
  stop(): Promise<void>;
}

/**
 * Works on the queue within this process, one job at a time; typesetting itself runs in a process of its own. Several processes
 * share the queue. A database that is away only makes it wait.
 */
export function startWorker(database: Database, log: Logger): Worker {
  const stopping = new AbortController();
  let runner: Runner | undefined;
  const work = async () => {
    runner = await runOn(database, log);
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

const runOn = (database: Database, log: Logger) =>
  run({
    pgPool: database.jobs,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: POLL_MS,
    parsedCronItems: parseCronItems([
      { task: 'nightly', match: NIGHT },
      { task: 'tell_late_digests', match: MORNING },
      { task: 'climb_alerts', match: EVERY_MINUTE, options: { queueName: 'alerts' } },
    ]),
    gracefulShutdownAbortTimeout: PATIENCE_MS,
    logger: quiet(log),
    taskList: {
      digest_file: (payload, helpers) => makeDigestFile(database, payload, helpers, log),
      climb_alerts: async (_payload, helpers) => {
        await helpers.withPgClient((client) => client.query('select app.climb_alerts()'));
      },
      tell_late_digests: async (_payload, helpers) => {
        await helpers.withPgClient((client) => client.query('select app.tell_late_digests($1)', [dayOf(new Date())]));
      },
      nightly: async (_payload, helpers) => {
        await helpers.withPgClient(sweep);
        await helpers.withPgClient((client) => recount(client, log));
      },
    },
  });

/** Old events are folded away, and sessions that have run out; search learns which words are common by now. */
async function sweep(client: ClientBase): Promise<void> {
  // One by one: while the events are folded nobody reports.
  await client.query('select app.fold_events($1::interval)', [`${EVENT_RETENTION_DAYS} days`]);
  await client.query('select app.sweep_sessions()');
  await client.query('select app.count_words()');
}

/** The library tells every step; only its warnings and errors matter here. */
function quiet(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning') log.warn({ meta }, message);
  });
}
