import { environment } from './environment.ts';
import { explain } from './explain.ts';
import { endings } from './lifetime.ts';
import { loadApi } from './server.ts';
import type { Word } from './supervise.ts';

/** One api process on a database that is ready: what `npm start` watches over, and what a container runs, as often as needed side by side. */
const env = await environment();
const { add, end } = endings(console.error);
const tell = (word: Word) => {
  if (process.connected) process.send?.(word);
  else if (word.address) console.log(`Serving at ${word.address}`);
  else console.error(word.error);
};
try {
  const [api, appUrl] = await Promise.all([loadApi(), addressToServe()]);
  const server = await api.startApi(env, appUrl);
  add(() => server.stop());
  tell({ address: server.address });
} catch (error) {
  tell({ error: explain(error) });
  await end(1);
}

/** Whoever watches over us names the database when it is ready. */
async function addressToServe(): Promise<string> {
  if (env.APP_DATABASE_URL) return env.APP_DATABASE_URL;
  if (process.connected)
    return new Promise((resolve) => process.once('message', ({ appUrl }: { appUrl: string }) => resolve(appUrl)));
  throw new Error('Bad setting: APP_DATABASE_URL is needed to serve; "npm start" does everything else too');
}
