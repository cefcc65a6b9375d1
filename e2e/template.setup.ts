import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startCluster } from '@lxq/db/cluster.ts';
import { ensureDatabase } from '@lxq/db/database.ts';
import { seedDemo } from '@lxq/db/demo/seed.ts';
import { migrateDatabase } from '@lxq/db/migrate.ts';
import { DATABASE, PASSWORD, TEMPLATE_VARIABLE } from './platform.ts';

/** Seeds the demo county once; every suite then works on a copy of its own. */
export default async function prepareTemplate(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-e2e-'));
  const cluster = await startCluster({ dataDir: path.join(folder, 'postgres'), settings: { fsync: 'off' } });
  const adminUrl = cluster.adminUrl(DATABASE);
  await ensureDatabase(adminUrl);
  await migrateDatabase(adminUrl);
  await seedDemo({ adminUrl, password: PASSWORD });
  await cluster.stop();
  process.env[TEMPLATE_VARIABLE] = folder;
}
