import { rm } from 'node:fs/promises';
import type { Cluster } from './cluster.ts';

const KEPT = Symbol.for('lianxinqiao.test-cluster');
type Kept = { cluster: Cluster; dataDir: string };

/** jest loads set-up and tear-down apart from each other; only the global object reaches both. */
export function keepForTeardown(cluster: Cluster, dataDir: string): void {
  (globalThis as { [KEPT]?: Kept })[KEPT] = { cluster, dataDir };
}

export default async function tearDown(): Promise<void> {
  const kept = (globalThis as { [KEPT]?: Kept })[KEPT];
  if (!kept) return;
  await kept.cluster.stop();
  await rm(kept.dataDir, { recursive: true, force: true });
}
