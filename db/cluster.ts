import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './cluster/binaries.ts';
import { prepareDataDirectory } from './cluster/data-directory.ts';
import { borrowServer, choosePort, endServer, launchServer, type ServerPlan } from './cluster/server.ts';
import { unprivilegedUser } from './cluster/system-user.ts';

export interface Cluster {
  port: number;
  /** Another process runs it. */
  isBorrowed: boolean;
  /** A connection string of the superuser for `database`. */
  adminUrl(database: string): string;
  /** Ends the server if this process started it; one that another process runs is left alone. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Holds the database (pg/), the superuser's password, the port and the server's log. */
  dataDir: string;
  log?: (line: string) => void;
  /** Server settings that differ from the ones below; tests turn fsync off here and nobody else does. */
  settings?: Record<string, string>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  synchronous_commit: 'on',
  jit: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic', // what people wrote to us must not end up in a log
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  timezone: 'UTC',
};

/** Starts the PostgreSQL server that npm brought, or finds the one that already runs on this data directory. */
export async function startCluster({ dataDir, log = () => {}, settings = {} }: ClusterOptions): Promise<Cluster> {
  const home = path.resolve(dataDir);
  const user = await unprivilegedUser(path.join(home, 'pg'));
  const binaries = await findBinaries(user);
  const { pgdata, password } = await prepareDataDirectory(home, binaries, user, log);
  const plan = { postgres: binaries.postgres, dataDir: home, pgdata, user, settings: { ...SETTINGS, ...settings } };

  const borrowed = await borrowServer(plan);
  const port = borrowed?.port ?? (await choosePort(home));
  const stop = borrowed ? async () => {} : await keepRunning(plan, port, log);
  return {
    port,
    stop,
    isBorrowed: borrowed !== undefined,
    adminUrl: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
  };
}

/** A server that goes down without being told to comes back on the same port; after five falls it stays down. */
async function keepRunning(plan: ServerPlan, port: number, log: (line: string) => void): Promise<() => Promise<void>> {
  let stopping = false;
  let server = await launchServer(plan, port);

  async function restart(): Promise<void> {
    for (let attempt = 1; attempt <= 5 && !stopping; attempt++) {
      log(`PostgreSQL has ended unexpectedly; starting it again (${attempt})`);
      await sleep(attempt * 200); // its last processes need a moment to notice and let go of the memory they share
      try {
        return guard(await launchServer(plan, port));
      } catch (error) {
        log(String(error));
      }
    }
  }
  function guard(running: ChildProcess): void {
    server = running;
    running.once('exit', () => {
      if (!stopping) void restart();
    });
  }

  guard(server);
  return async () => {
    stopping = true;
    await endServer(server);
  };
}
