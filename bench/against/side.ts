import { existsSync } from 'node:fs';
import path from 'node:path';
import { atDatabase, onServer } from '@lxq/db/database.ts';
import { migrateDatabase } from '@lxq/db/migrate.ts';
import pg from 'pg';
import { postmasterOf } from '../cpu.ts';
import type { Bench } from '../measure.ts';

/** One of two versions, with a PostgreSQL, a filled database and a bench of its own. */
export interface Side {
  tree: string;
  bench: Bench;
  /** A module of this version's own bench, which knows its tables. */
  own<Module>(file: string): Promise<Module>;
  postmaster: number;
  stop(): Promise<void>;
}

/** Until ee3c313 it stood within the stories. */
export const benchIn = (tree: string): string =>
  ['bench', 'e2e/bench'].map((folder) => path.join(tree, folder)).find((folder) => existsSync(folder)) as string;

type Data = typeof import('../data/database.ts');
type Open = typeof import('../open.ts');
type Shapes = typeof import('../data/shapes.ts');
const ofBench = <Module>(tree: string, file: string) => import(path.join(benchIn(tree), file)) as Promise<Module>;

/** What the other version fills and this one then migrates: other counties would be other answers. */
async function broughtUp(other: string, scale: number) {
  const { filledDatabase } = await ofBench<Data>(other, 'data/database.ts');
  const filled: Data['filledDatabase'] = async (server, name, shapes, say) => {
    const stamp = await filledDatabase(server, name, shapes, say);
    const adminUrl = atDatabase(server, name);
    await migrateDatabase(adminUrl);
    await onServer(adminUrl, (client) => client.query('vacuum (analyze)'));
    return stamp;
  };
  return { dataDir: `${other}.data-${scale}`, filled };
}

interface Opening {
  scale: number;
  /** The version whose data it has. */
  other?: string;
  say: Bench['say'];
}

/** From commits on whose bench keeps its modules in these files: f9c3405 is the first that was tried. */
export async function openSide(tree: string, { scale, other, say }: Opening): Promise<Side> {
  const { openBench } = await ofBench<Open>(tree, 'open.ts');
  const { benchCounties } = await ofBench<Shapes>(other ?? tree, 'data/shapes.ts');
  const from = other ? await broughtUp(other, scale) : undefined;
  const { bench, stop } = await openBench(scale, { bench: benchCounties(scale) }, say, from);
  const admin = new pg.Client(bench.adminUrl);
  admin.on('error', () => {});
  await admin.connect();
  const postmaster = await postmasterOf(admin);
  // What vacuums does so when it likes, and takes its figures along when it ends.
  await admin.query('alter system set autovacuum = off');
  await admin.query('select pg_reload_conf()');
  // Until ee3c313 alerts went on climbing, each an event among those that are counted; there were none that climb before that.
  await admin.query('update alert set step = 3').catch(() => {});
  return {
    tree,
    bench,
    own: (file) => ofBench(tree, file),
    postmaster,
    stop: async () => {
      await admin.query('alter system reset autovacuum');
      await admin.end();
      await stop();
    },
  };
}
