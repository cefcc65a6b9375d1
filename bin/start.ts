import { build } from './build.ts';
import { keepContactKeys } from './contact-keys.ts';
import { type Database, openDatabase } from './database.ts';
import { demoDayOnce, seedDemoOnce, signInLines } from './demo-county.ts';
import { environment } from './environment.ts';
import { explain } from './explain.ts';
import { endings } from './lifetime.ts';
import { supervise } from './supervise.ts';

const begun = performance.now();
const env = await environment();
const { add, end } = endings(console.error);

try {
  await keepContactKeys(env);
  // Neither waits for the other: the first start bundles while the demo county is being filled.
  const building = build().then(() => supervise(env, console.error));
  building.catch(() => {}); // complained of below, where it is waited for
  const database = await openDatabase(env, console.log);
  add(database.stop);
  const signIn = await demoFor(database);
  const server = await building;
  add(server.stop);
  const address = await server.open(database.appUrl);
  if (database.isEmbedded && database.adminUrl) await demoDayOnce(env, database.adminUrl, address);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log([`Lianxinqiao is ready at ${address}  (${seconds} s)`, ...signIn].join('\n'));
} catch (error) {
  console.error(explain(error));
  await end(1);
}

/** A database of your own stays as you filled it; only the embedded one gets the demo county by itself. */
async function demoFor({ isEmbedded, adminUrl }: Database): Promise<string[]> {
  if (!isEmbedded || !adminUrl) return [];
  return signInLines(env, await seedDemoOnce(env, adminUrl));
}
