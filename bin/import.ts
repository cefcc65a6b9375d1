import process from 'node:process';
import { importCommand } from '@lxq/db/import/command.ts';
import { type Database, openDatabase } from './database.ts';
import { environment } from './environment.ts';

/** Divisions, people, units and posts from files: npm run import -- divisions FILE.csv */
const env = await environment();
let opened: Database | undefined;

async function open() {
  const database = await openDatabase(env, console.log);
  opened = database;
  if (!database.adminUrl) throw new Error('Bad setting: DATABASE_URL is needed to import');
  return { adminUrl: database.adminUrl, close: () => database.stop() };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // What was written until here is rolled back by the server.
  process.once(signal, () => void Promise.resolve(opened?.stop()).finally(() => process.exit(130)));
}

process.exitCode = await importCommand(process.argv.slice(2), {
  openDatabase: open,
  folder: process.env.INIT_CWD ?? process.cwd(), // npm runs scripts in the project's folder, wherever it is called
  isInteractive: process.stdout.isTTY ?? false,
  print: (line) => console.log(line),
});
