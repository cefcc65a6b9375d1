import { openDatabase } from './database.ts';
import { environment } from './environment.ts';
import { explain } from './explain.ts';

/** Brings the database to this version and ends: the step before the api processes of a deployment start. */
const env = await environment();
try {
  const database = await openDatabase(env, console.log);
  if (!database.adminUrl) throw new Error('Bad setting: DATABASE_URL is needed to migrate');
  await database.stop();
  console.log('The database is at this version.');
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
