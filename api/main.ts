import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { Budget } from './budget.ts';
import { openDatabase } from './database.ts';
import { registerDigestFiles } from './digests/digest-file.route.ts';
import type { Env } from './env.ts';
import { registerHeaders } from './headers.ts';
import { registerHealth } from './health.ts';
import { startFolding } from './jobs/folding.ts';
import { startWorker } from './jobs/worker.ts';
import { attachSocket } from './live/socket.ts';
import { Pace } from './pace.ts';
import { contract } from './schema.ts';
import { buildServer } from './server.ts';
import { carryOn } from './uncaught.ts';
import { startWatchdog } from './watchdog.ts';
import { registerWeb } from './web.ts';

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
    // Not the error itself: the driver hangs the whole connection on it.
    onError: ({ message }) => log.warn({ reason: message }, 'the database failed us'),
  });
  const pace = new Pace(env.WORK_PER_SECOND);
  const parts = { env, database, schema: contract(), log, pace, budget: new Budget(pace) };
  const { app, stop } = await buildServer(parts);
  registerHeaders(app, parts);
  registerHealth(app, database);
  registerDigestFiles(app, parts);
  await registerWeb(app, WEB_FOLDER);
  const live = attachSocket(app.server, parts);
  const worker = startWorker(database, log);
  const folding = startFolding(database, log);
  const watchdog = startWatchdog({ level: env.LOG_LEVEL });
  const address = await app.listen({ port: env.PORT, host: env.HOST });
  return {
    address,
    stop: async () => {
      await Promise.all([live.stop(), worker.stop(), folding.stop()]);
      await app.close();
      await stop();
      await database.close();
      await watchdog.stop();
      stopCarryingOn();
    },
  };
}
