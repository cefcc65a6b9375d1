import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { registerAttachments } from './attachments/bytes/attachment-bytes.ts';
import { CONTACTS } from './contacts/contact.rotation.ts';
import { useContactKeys } from './contacts/contact.vault.ts';
import { registerDigestFiles } from './digests/files/digest-file.route.ts';
import { registerDigestPictures } from './digests/pictures/digest-picture.route.ts';
import { entities } from './entities.ts';
import type { Env } from './env.ts';
import { deliveries, exports, jobs } from './jobs.ts';
import { CHANNELS, PUSH_KEYS } from './notifications/channels/channel.rotation.ts';
import { useChannelSettings } from './notifications/channels/channel.settings.ts';
import { startSpreading } from './notifications/delivering/spreading.ts';
import { registerPaperFiles } from './papers/files/paper-file.route.ts';
import { Budget } from './platform/gate/budget.ts';
import { Pace } from './platform/gate/pace.ts';
import { registerHeaders } from './platform/http/headers.ts';
import { registerHealth } from './platform/http/health.ts';
import { buildServer } from './platform/http/server.ts';
import { registerWeb } from './platform/http/web.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { attachSocket } from './platform/live/socket.ts';
import { carryOn } from './platform/process/uncaught.ts';
import { startWatchdog } from './platform/process/watchdog.ts';
import { openDatabase } from './platform/scope/database.ts';
import { rotate } from './platform/vault/rotation.ts';
import { startFolding } from './reports/counts/folding.ts';
import { contract } from './schema.ts';
import { registerTableExports } from './tables/exports/table-export.route.ts';

/** Everything that is sealed, anew under the first of the keys. */
export const rotateContacts = (
  adminUrl: string,
  keys: NonNullable<Env['CONTACT_KEYS']>,
  print: (line: string) => void,
) => rotate({ adminUrl, keys, print }, [CONTACTS, CHANNELS, PUSH_KEYS]);

export interface RunningApi {
  address: string;
  /** Ends sockets and requests, then the connections. */
  stop(): Promise<void>;
}

/** The built web app beside this package, whether this runs from api/dist or from the sources. */
const WEB_FOLDER = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../web/dist' : '../web/dist', import.meta.url),
);

/** Serves the whole platform on env.HOST and env.PORT, with a database that is migrated already. */
export async function startApi(env: Env, appUrl: string): Promise<RunningApi> {
  const log = pino({ level: env.LOG_LEVEL, redact: ['req.headers.cookie', 'req.headers.authorization'] });
  const stopCarryingOn = carryOn(log);
  const database = openDatabase({
    appUrl,
    connections: env.DATABASE_POOL,
    entities,
    // Not the error itself: the driver hangs the whole connection on it.
    onError: ({ message }) => log.warn({ reason: message }, 'the database failed us'),
  });
  const contactKeys = env.CONTACT_KEYS ?? [];
  useContactKeys(contactKeys);
  if (contactKeys.length === 0) log.warn('CONTACT_KEYS is not set: contacts are neither kept nor opened');
  useChannelSettings({
    origins: env.CHANNEL_ORIGINS ?? [],
    smtpUrl: env.SMTP_URL,
    smtpFrom: env.SMTP_FROM,
    appOrigin: env.PUBLIC_ORIGIN[0] as string,
  });
  const pace = new Pace(env.WORK_PER_SECOND);
  const parts = { env, database, schema: contract(), log, pace, budget: new Budget(pace) };
  const { app, stop } = await buildServer(parts);
  registerHeaders(app, parts);
  registerHealth(app, database, contactKeys.length > 0 ? [] : ['CONTACT_KEYS']);
  registerDigestFiles(app, parts);
  registerPaperFiles(app, parts);
  const attachmentBytes = registerAttachments(app, parts);
  registerDigestPictures(app, parts, attachmentBytes.store);
  registerTableExports(app, parts, attachmentBytes.store);
  await registerWeb(app, WEB_FOLDER);
  const live = attachSocket(app.server, parts);
  const worker = startWorker(database, log, jobs(database, log, attachmentBytes));
  const exporting = startWorker(database, log, exports(database, log, attachmentBytes.store));
  const delivering = startWorker(database, log, deliveries(database, log));
  const folding = startFolding(database, log);
  const spreading = startSpreading(database, log);
  const watchdog = startWatchdog({ level: env.LOG_LEVEL });
  const address = await app.listen({ port: env.PORT, host: env.HOST });
  return {
    address,
    stop: async () => {
      await Promise.all([live, worker, exporting, delivering, folding, spreading].map((part) => part.stop()));
      await app.close();
      await stop();
      await database.close();
      await watchdog.stop();
      stopCarryingOn();
    },
  };
}
