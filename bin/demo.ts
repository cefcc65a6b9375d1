import { openDatabase } from './database.ts';
import { seedDemoOnce, signInLine } from './demo-county.ts';
import { environment } from './environment.ts';

/** The demo county on a server of your own, where no start puts it by itself. */
const env = environment();
try {
  const database = await openDatabase(env, console.log);
  if (!database.adminUrl) throw new Error('Bad setting: DATABASE_URL is needed to fill the database');
  const isNew = await seedDemoOnce(env, database.adminUrl);
  console.log(isNew ? 'The demo county is in.' : 'The demo county was there already; nothing has changed.');
  console.log(`  Password: ${await signInLine(env, isNew)}`);
  await database.stop();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
