import { DEMO_ACCOUNTS } from '@lxq/db/demo/accounts.ts';
import { build } from './build.ts';
import { type Database, openDatabase } from './database.ts';
import { seedDemoOnce, signInLine } from './demo-county.ts';
import { environment } from './environment.ts';
import { endings } from './lifetime.ts';
import { startServer } from './server.ts';

const begun = performance.now();
const env = environment();
const { add, end } = endings(say);

try {
  await build();
  const database = await openDatabase(env, say);
  add(database.stop);
  const signIn = await demoFor(database);
  const server = await startServer(env, database.appUrl);
  add(server.stop);
  announce(server.address, signIn);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}

/** A database of your own stays as you filled it; only the embedded one gets the demo county by itself. */
async function demoFor({ isEmbedded, adminUrl }: Database): Promise<string | undefined> {
  if (!isEmbedded || !adminUrl) return undefined;
  return signInLine(env, await seedDemoOnce(env, adminUrl));
}

function announce(address: string, signIn: string | undefined): void {
  say(`Lianxinqiao is ready at ${address}  (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  if (!signIn) return;
  say(`  Demo accounts: ${DEMO_ACCOUNTS.join(', ')}`);
  say(`  Password:      ${signIn}`);
}

function say(line: string): void {
  console.log(line);
}
