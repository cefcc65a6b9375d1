import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { cpuOf, cpuOfPostgres, postmasterOf } from '../cpu.ts';
import type { Bench } from '../measure.ts';

/** One of two versions, with a PostgreSQL, a filled database and a bench of its own. */
export interface Side {
  tree: string;
  bench: Bench;
  /** A module of this version's own bench, which knows its tables. */
  own<Module>(file: string): Promise<Module>;
  columnsOf(table: string): Promise<string[]>;
  /** Milliseconds of processor so far, of a process of the platform and of its PostgreSQL. */
  spent(pid: number): number;
  stop(): Promise<void>;
}

/** Until ee3c313 it stood within the stories. */
export const benchIn = (tree: string): string =>
  ['bench', 'e2e/bench'].map((folder) => path.join(tree, folder)).find((folder) => existsSync(folder)) as string;

/** From commits on whose bench keeps its modules in these files: f9c3405 is the first that was tried. */
export async function openSide(tree: string, scale: number, say: Bench['say']): Promise<Side> {
  const own = <Module>(file: string) => import(path.join(benchIn(tree), file)) as Promise<Module>;
  const { openBench } = await own<typeof import('../open.ts')>('open.ts');
  const { benchCounties } = await own<typeof import('../data/shapes.ts')>('data/shapes.ts');
  const { bench, stop } = await openBench(scale, { bench: benchCounties(scale) }, say);
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
    own,
    columnsOf: async (table) => {
      const { rows } = await admin.query(
        'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
        [table],
      );
      return rows.map(({ name }) => name);
    },
    spent: (pid) => cpuOf(pid) + cpuOfPostgres(postmaster),
    stop: async () => {
      await admin.query('alter system reset autovacuum');
      await admin.end();
      await stop();
    },
  };
}
