import { throwawayFolder } from './cluster/throwaway-folder.ts';
import { startCluster } from './cluster.ts';
import { atDatabase, ensureDatabase } from './database.ts';
import { migrateDatabase } from './migrate.ts';
import { keepForTeardown } from './test-cluster.teardown.ts';
import { CLUSTER_VARIABLE, TEMPLATE } from './test-database.ts';

// Only here: the files are thrown away in a minute, so nothing needs to survive a power cut.
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Runs once before all database tests: one cluster, one migrated template that every test file copies. */
export default async function setUp(): Promise<void> {
  const dataDir = await throwawayFolder();
  const cluster = await startCluster({ dataDir, settings: FORGETFUL });
  keepForTeardown(cluster, dataDir);
  const url = cluster.adminUrl('postgres');
  const template = atDatabase(url, TEMPLATE);
  await ensureDatabase(template);
  await migrateDatabase(template);
  process.env[CLUSTER_VARIABLE] = url;
}
