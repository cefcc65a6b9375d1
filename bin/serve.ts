import { environment } from './environment.ts';
import { explain } from './explain.ts';
import { endings } from './lifetime.ts';
import { loadApi } from './server.ts';

/** One api process on a database that is ready: what a container runs, as often as needed side by side. */
const env = await environment();
const { add, end } = endings(console.error);
try {
  if (!env.APP_DATABASE_URL)
    throw new Error('Bad setting: APP_DATABASE_URL is needed to serve; "npm start" does everything else too');
  const server = await (await loadApi()).startApi(env, env.APP_DATABASE_URL);
  add(() => server.stop());
  console.log(`Serving at ${server.address}`);
} catch (error) {
  console.error(explain(error));
  await end(1);
}
