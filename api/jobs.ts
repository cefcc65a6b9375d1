import { dayOf } from '@lxq/schema/calendar.ts';
import { EVENT_RETENTION_DAYS } from '@lxq/schema/limits.ts';
import { NOTIFICATION_DAYS } from '@lxq/schema/notifications/notification-kinds.ts';
import type { JobHelpers } from 'graphile-worker';
import type { ClientBase } from 'pg';
import type { Logger } from 'pino';
import { climbAlerts } from './alerts/alert.climbing.ts';
import type { AttachmentBytes } from './attachments/bytes/attachment-bytes.ts';
import type { AttachmentStore } from './attachments/bytes/attachment-store.ts';
import { sweepAttachments } from './attachments/bytes/attachment-sweep.ts';
import { forgetContacts } from './contacts/contact.forgetting.ts';
import { moveDeadlines } from './deadlines/deadline-moving.job.ts';
import { sendReminders } from './deadlines/reminders/reminder.job.ts';
import { makeDigestFile } from './digests/files/digest-file.job.ts';
import { sendCode } from './notifications/delivering/code.job.ts';
import { deliver } from './notifications/delivering/delivering.job.ts';
import type { Jobs } from './platform/jobs/worker.ts';
import { now } from './platform/scope/clock.ts';
import type { Database } from './platform/scope/database.ts';
import { recount } from './reports/counts/recount.ts';
import { makeExport } from './tables/exports/table-export.job.ts';

/** 02:20 in Shanghai; the queue's clock is UTC. */
const NIGHT = '20 18 * * *';
/** 08:30 in Shanghai. */
const MORNING = '30 0 * * *';
const EVERY_MINUTE = '* * * * *';

/** Everything that the queue does. Where it knows of no bytes of attachments it sweeps and prints none. */
export const jobs = (database: Database, log: Logger, attachments?: AttachmentBytes): Jobs => ({
  tasks: {
    digest_file: (payload, helpers) => makeDigestFile(database, payload, helpers, { log, store: attachments?.store }),
    climb_alerts: within(climbAlerts),
    tell_late_digests: within((client) => client.query('select app.tell_late_digests($1)', [dayOf(now())])),
    move_deadlines: within(moveDeadlines),
    send_reminders: within(sendReminders),
    nightly: async (_payload, helpers) => {
      await helpers.withPgClient(sweep);
      await helpers.withPgClient(forgetContacts);
      await helpers.withPgClient((client) => recount(client, log));
      if (attachments) await helpers.withPgClient((client) => sweepAttachments(client, attachments));
    },
  },
  times: [
    { task: 'nightly', match: NIGHT },
    { task: 'tell_late_digests', match: MORNING },
    { task: 'climb_alerts', match: EVERY_MINUTE, options: { queueName: 'alerts' } },
    { task: 'move_deadlines', match: EVERY_MINUTE, options: { queueName: 'deadlines' } },
    { task: 'send_reminders', match: EVERY_MINUTE, options: { queueName: 'reminders' } },
  ],
});

/** Beside everything else, because a large one takes a minute; one at a time, so that they share no memory. */
export const exports = (database: Database, log: Logger, store: AttachmentStore): Jobs => ({
  tasks: { table_export: (payload, helpers) => makeExport(database, payload, helpers, { log, store }) },
  times: [],
});

/** Beside everything else, so that nothing waits for a robot that does not answer. */
export const deliveries = (database: Database, log: Logger): Jobs => ({
  tasks: {
    deliver: (payload) => deliver(database, payload, log),
    send_code: (payload) => sendCode(database, payload),
  },
  times: [],
  atOnce: 2,
});

const within =
  (work: (client: ClientBase) => Promise<unknown>) =>
  async (_payload: unknown, helpers: JobHelpers): Promise<void> =>
    void (await helpers.withPgClient(work));

/** Old events are folded away, sessions that have run out and files that were kept long enough; search learns which words are common by now. */
async function sweep(client: ClientBase): Promise<void> {
  // One by one: while the events are folded nobody reports.
  await client.query('select app.fold_events($1::interval)', [`${EVENT_RETENTION_DAYS} days`]);
  await client.query('select app.sweep_sessions()');
  await client.query('select app.sweep_notifications($1::interval)', [`${NOTIFICATION_DAYS} days`]);
  await client.query('select app.sweep_exports()');
  await client.query('select app.count_words()');
}
