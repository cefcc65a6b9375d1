import { throwawayFolder } from '@lxq/db/cluster/throwaway-folder.ts';
import { startCluster } from '@lxq/db/cluster.ts';
import { ensureDatabase } from '@lxq/db/database.ts';
import { seedDemo } from '@lxq/db/demo/seed.ts';
import { migrateDatabase } from '@lxq/db/migrate.ts';
import { CLUSTER_VARIABLE, FOLDER_VARIABLE, PASSWORD, TEMPLATE } from './platform.ts';

declare global {
  var stopTemplate: (() => Promise<void>) | undefined;
}

/**
 * One cluster as `npm start` runs it, with the demo county seeded once; every suite works on a copy of that database. In a given
 * folder an earlier run may have left all of it.
 */
export default async function prepareTemplate(): Promise<void> {
  const folder = process.env[FOLDER_VARIABLE] ?? (await throwawayFolder());
  const cluster = await startCluster({ dataDir: folder });
  const adminUrl = cluster.adminUrl(TEMPLATE);
  await ensureDatabase(adminUrl);
  await migrateDatabase(adminUrl);
  await seedDemo({ adminUrl, password: PASSWORD });
  process.env[CLUSTER_VARIABLE] = JSON.stringify({ adminUrl, folder });
  globalThis.stopTemplate = cluster.stop;
}
