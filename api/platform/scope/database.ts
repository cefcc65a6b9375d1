import { setTimeout as wait } from 'node:timers/promises';
import { type EntityClass, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { isDiskFull } from '../contract/errors.ts';

/**
 * Whose rows a transaction may see. COUNTY is the county's office, which makes the issues; the others of the county see as much of its
 * reports: DISCIPLINE the accusations too, LEADER and ANALYST what was issued, ADMIN no issue.
 */
export type ScopeLevel = 'COUNTY' | 'DISCIPLINE' | 'LEADER' | 'ANALYST' | 'ADMIN' | 'TOWNSHIP' | 'VILLAGE' | 'OFFICER';

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
  /** How often something had to come back before more could be sent. */
  waits: number;
  /** When a write last found no room on the disk, in milliseconds. */
  fullAt: number;
  /** Of what failed and is made up for: somebody should know. */
  onError(error: Error): void;
  /** Work that nobody's answer waits for or fails by. Whoever closes waits for it. */
  beside(work: Promise<unknown>): void;
  /** Until nothing goes on beside the answers any more. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  appUrl: string;
  /** Connections of this process in all; the scope roles, the door and the queue share them out. */
  connections: number;
  onError(error: Error): void;
  /** Of the mapper: the tables' classes. */
  entities: readonly EntityClass[];
}

const POOLS: Record<ScopeLevel, string> = {
  COUNTY: 'county',
  DISCIPLINE: 'county',
  LEADER: 'county',
  ANALYST: 'county',
  ADMIN: 'county',
  TOWNSHIP: 'township',
  VILLAGE: 'village',
  OFFICER: 'officer',
};

/** Desks work all day and officers come in waves; a village head looks in now and then. */
const SHARES = new Map([
  ['county', 0.35],
  ['township', 0.3],
  ['village', 0.1],
  ['officer', 0.25],
]);

/**
 * A named statement is planned once a connection. Left to itself PostgreSQL plans the lists of a county far larger than the
 * others anew each time, which takes five times as long as reading them; so no list may need to know its values to be planned well.
 */
const SETTLED_PLANS = '-c plan_cache_mode=force_generic_plan';

/** What nobody waits for any more gives its connection and its locks back; work of the queue may take longer. */
const ASKED = '-c lock_timeout=3s -c statement_timeout=10s -c client_connection_check_interval=500ms';
const QUEUED = '-c statement_timeout=30s';
/** Several short statements may be long together. PostgreSQL knows this from 17 on; before, each statement has its own ten seconds. */
const LIMITED = `select set_config('transaction_timeout', '10s', false) where current_setting('server_version_num')::int >= 170000`;

export function openDatabase({ appUrl, connections, onError, entities }: DatabaseOptions): Database {
  const open = (max: number, options: string) => {
    const pool = new pg.Pool({
      connectionString: appUrl,
      max,
      options,
      pipeline: true,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      idle_in_transaction_session_timeout: 60_000,
    });
    pool.on('error', onError); // a connection lost while idle must not end the process
    pool.on('connect', (client) => client.on('error', onError));
    return pool;
  };
  const openAsked = (max: number, options: string) => {
    const pool = open(max, `${ASKED} ${options}`);
    // Once a connection, before whatever it was opened for.
    pool.on('connect', (client) => void client.query(LIMITED).catch(onError));
    return pool;
  };
  // The door has one more that listens for wake-ups, the queue three that wait for jobs.
  const [atDoor, atJobs] = [4, 9];
  const shared = Math.max(connections - atDoor - atJobs, SHARES.size);
  const pools = new Map(
    [...SHARES].map(([name, share]) => [name, openAsked(Math.max(1, Math.floor(shared * share)), SETTLED_PLANS)]),
  );
  const door = openAsked(atDoor, '-c role=at_door');
  const jobs = open(atJobs, `${QUEUED} -c role=lxq_jobs`);
  const orm = new MikroORM({
    clientUrl: appUrl,
    entities: [...entities],
    discovery: { warnWhenNoEntities: false },
    ensureDatabase: false,
    logger: () => {},
  });
  const besides = new Set<Promise<void>>();
  const rest = async () => {
    while (besides.size > 0) await Promise.all(besides);
  };
  return {
    pool: (level) => pools.get(POOLS[level]) as pg.Pool,
    door,
    jobs,
    orm,
    statements: 0,
    waits: 0,
    fullAt: Number.NEGATIVE_INFINITY,
    onError,
    beside: (work) => {
      const ends: Promise<void> = work.then(() => {}, onError).finally(() => besides.delete(ends));
      besides.add(ends);
    },
    rest,
    close: async () => {
      await rest();
      await Promise.all([...pools.values(), door, jobs].map(end));
      await orm.close(true);
    },
  };
}

/** A pool that ends forgets whoever waits for a connection in this moment, and tells them after its patience: a job of the queue that has just ended, say. */
async function end(pool: pg.Pool): Promise<void> {
  while (pool.waitingCount > 0) await wait(10);
  await pool.end();
}

/** Remembers of what failed that the disk was full. */
export function noteFailure(database: Database, error: unknown): void {
  if (isDiskFull(error)) database.fullAt = Date.now();
}
