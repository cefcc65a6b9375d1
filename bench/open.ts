import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Cluster, startCluster } from '@lxq/db/cluster.ts';
import { onServer } from '@lxq/db/database.ts';
import { appUrl } from '@lxq/db/migrate.ts';
import { type Serving, serve, UNPACED } from '@lxq/e2e/serving.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { filledDatabase } from './data/database.ts';
import { BIG_COUNTY, type CountyShape, roomOf, stationOf } from './data/shapes.ts';
import type { Bench, Who } from './measure.ts';
import { openSessions } from './sessions.ts';

const DATA = path.resolve(import.meta.dirname, '../.data');
/** Only while data are loaded; measured is what `npm start` runs. */
const LOADING = {
  fsync: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '16GB',
  shared_buffers: '1GB',
  autovacuum: 'off',
};

export interface OpenBench {
  bench: Bench;
  loadSeconds: number;
  stop(): Promise<void>;
}

export type Databases = Record<string, readonly CountyShape[]>;

interface From {
  dataDir: string;
  /** How a database of these counties comes to be there. */
  filled: typeof filledDatabase;
}
const ownData = (scale: number): From => ({
  dataDir: path.join(DATA, scale === 1 ? 'bench' : `bench-${scale}`),
  filled: filledDatabase,
});

/** The bench's own PostgreSQL with its counties, kept from run to run. */
export async function openBench(
  scale: number,
  databases: Databases,
  say: Bench['say'],
  { dataDir, filled }: From = ownData(scale),
): Promise<OpenBench> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 }); // as root, PostgreSQL runs as another user who must pass through
  const loading = await startCluster({ dataDir, log: say, settings: LOADING });
  if (loading.isBorrowed)
    throw new Error('Another bench is at work on this data: two would measure each other. Wait for its end');
  let loadSeconds = 0;
  for (const [name, shapes] of Object.entries(databases))
    loadSeconds += (await filled(loading.adminUrl('postgres'), name, shapes, say)).seconds;
  await onServer(loading.adminUrl('postgres'), (client) => client.query('checkpoint'));
  await loading.stop();
  const cluster = await startCluster({ dataDir, log: say });
  const served: Serving[] = [];
  const bench = benchOn(cluster, served, say);
  return {
    bench,
    loadSeconds,
    stop: async () => {
      await Promise.all(served.map((each) => each.kill()));
      await cluster.stop();
    },
  };
}

function benchOn(cluster: Cluster, served: Serving[], say: Bench['say']): Bench {
  const adminUrl = cluster.adminUrl('bench');
  const address = appUrl(adminUrl);
  return {
    adminUrl,
    appUrl: address,
    say,
    token: (who) => tokenOf(adminUrl, who),
    serve: async (env) => {
      const one = await serve(address, { ...UNPACED, ...env });
      served.push(one);
      return one;
    },
  };
}

function unitOf({ role, county = BIG_COUNTY, township = 1, village = 1, unit }: Who): number {
  if (unit) return unit;
  if (role === 'TOWNSHIP_CLERK') return stationOf(county, township);
  return role === 'OFFICER' || role === 'VILLAGE_HEAD' ? roomOf(county, township, village) : officeOf(county);
}

const tokenOf = (adminUrl: string, who: Who): Promise<string> =>
  onServer(adminUrl, async (client) => {
    const { role, county = BIG_COUNTY, officer = 1 } = who;
    const { rows } = await client.query(
      'select id from post where county_code = $1 and role = $2 and unit_code = $3 and valid_to is null order by code, id offset $4 limit 1',
      [county, role, unitOf(who), officer - 1],
    );
    if (!rows[0]) throw new Error(`nobody holds this post: ${JSON.stringify(who)}`);
    const [token] = await openSessions(client, county, [rows[0].id]);
    return token as string;
  });
