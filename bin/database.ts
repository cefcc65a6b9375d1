import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Cluster, startCluster } from '@lxq/db/cluster.ts';
import { ensureDatabase } from '@lxq/db/database.ts';
import { appUrl, migrateDatabase } from '@lxq/db/migrate.ts';
import type { Env } from '../api/env.ts';

export interface Database {
  /** Undefined where this process may only serve: it was given the runtime role's address and no other. */
  adminUrl: string | undefined;
  appUrl: string;
  /** Whether it is the one npm brought, which is ours to fill with the demo county. */
  isEmbedded: boolean;
  stop(): Promise<void>;
}

/** The database this start works on, running and migrated: a server of your own when one is set, else the embedded one. */
export async function openDatabase(env: Env, log: (line: string) => void): Promise<Database> {
  if (!env.DATABASE_URL && env.APP_DATABASE_URL) {
    return { adminUrl: undefined, appUrl: env.APP_DATABASE_URL, isEmbedded: false, stop: async () => {} };
  }
  const cluster = env.DATABASE_URL ? undefined : await startEmbedded(env, log);
  const adminUrl = env.DATABASE_URL ?? (cluster as Cluster).adminUrl('lianxinqiao');
  const stop = async () => cluster?.stop();
  try {
    return {
      adminUrl,
      appUrl: await migrated(adminUrl, env.APP_DATABASE_URL),
      isEmbedded: cluster !== undefined,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function migrated(adminUrl: string, runtimeUrl: string | undefined): Promise<string> {
  await ensureDatabase(adminUrl);
  const password = runtimeUrl && decodeURIComponent(new URL(runtimeUrl).password);
  await migrateDatabase(adminUrl, password || undefined);
  return runtimeUrl ?? appUrl(adminUrl);
}

async function startEmbedded(env: Env, log: (line: string) => void): Promise<Cluster> {
  // As root the server runs as another user, which must be able to pass through.
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o711 });
  return startCluster({ dataDir: path.join(env.DATA_DIR, 'postgres'), log });
}
