import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { entities } from './entities.ts';

/** Whose rows a transaction may see; DISCIPLINE is the county with the accusations. */
export type ScopeLevel = 'COUNTY' | 'DISCIPLINE' | 'TOWNSHIP' | 'VILLAGE' | 'OFFICER';

/** Connections of one process. One pool a scope role: a role that alternates on a connection loses the cached plans. */
export interface Database {
  pool(level: ScopeLevel): pg.Pool;
  /** Sessions and signing in, before there is a scope. */
  door: pg.Pool;
  /** The queue's own connections. */
  jobs: pg.Pool;
  orm: MikroORM;
  /** Statements sent so far, for the tests that hold the count of a list down. */
  statements: number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  appUrl: string;
  /** Connections a pool, for each of the four levels. */
  poolSize: number;
  onError(error: Error): void;
}

const POOLS: Record<ScopeLevel, string> = {
  COUNTY: 'county',
  DISCIPLINE: 'county',
  TOWNSHIP: 'township',
  VILLAGE: 'village',
  OFFICER: 'officer',
};

export function openDatabase({ appUrl, poolSize, onError }: DatabaseOptions): Database {
  const open = (max: number, options?: string) => {
    const pool = new pg.Pool({
      connectionString: appUrl,
      max,
      options,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    pool.on('error', onError); // a connection lost while idle must not end the process
    pool.on('connect', (client) => client.on('error', onError));
    return pool;
  };
  const pools = new Map([...new Set(Object.values(POOLS))].map((name) => [name, open(poolSize)]));
  const door = open(4, '-c role=at_door');
  const jobs = open(4, '-c role=lxq_jobs');
  const orm = new MikroORM({
    clientUrl: appUrl,
    entities,
    discovery: { warnWhenNoEntities: false },
    ensureDatabase: false,
    logger: () => {},
  });
  return {
    pool: (level) => pools.get(POOLS[level]) as pg.Pool,
    door,
    jobs,
    orm,
    statements: 0,
    close: async () => {
      await Promise.all([...pools.values(), door, jobs].map((pool) => pool.end()));
      await orm.close(true);
    },
  };
}
