import { openDatabase } from './database.ts';
import { seedDemoOnce, signInLines } from './demo-county.ts';
import { environment } from './environment.ts';
import { explain } from './explain.ts';

/** The demo county on a server of your own, where no start puts it by itself. */
const env = await environment();
try {
  const database = await openDatabase(env, console.log);
  if (!database.adminUrl) throw new Error('Bad setting: DATABASE_URL is needed to fill the database');
  const fresh = await seedDemoOnce(env, database.adminUrl);
  console.log(fresh.length > 0 ? 'The demo county is in.' : 'The demo county was there already; nothing has changed.');
  console.log((await signInLines(env, fresh)).join('\n'));
  await database.stop();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
