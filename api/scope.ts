import type { Socket } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { Role } from '@lxq/schema/roles.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { findRights } from './auth/session.service.ts';
import type { Database, ScopeLevel } from './database.ts';
import { badInput, forbidden, type Language, unauthenticated } from './errors.ts';
import type { Listing } from './listing.ts';
import { statementOf } from './listing.ts';
import { queryRows, types } from './rows.ts';
import type { Selection } from './selection.ts';

/** What a session may do now, read from its post for this request. */
export interface Rights {
  countyCode: number;
  personId: string;
  personName: string;
  postId: string;
  role: Role;
  unitCode: number;
  areaCode: number;
  tokenHash: string;
}

/** The session gives other rights by now than were remembered of it: the operation is run again with today's. */
export class RightsChanged extends Error {}
/** `app.enter_session` says so with this code. */
const RIGHTS_CHANGED = 'LX001';

export interface ScopeOptions {
  level?: ScopeLevel;
  /** The rights are what this process remembers of the session: its transaction confirms them before it reads anything. */
  isGuess?: boolean;
}

/** What a resolver may ask of the request it serves. */
export interface Caller {
  language: Language;
  /** Where failures are counted; null inside the process. */
  address: string | null;
  tokenHash: string | null;
  /** How long a session lasts that this caller opens. */
  sessionHours: number;
  /** Sets (or with null clears) the session cookie of the answer. */
  setToken(token: string | null): void;
}

export const levelOf = (role: Role): ScopeLevel => (role === 'DISCIPLINE_CLERK' ? 'DISCIPLINE' : LEVEL_OF[role]);

const columnOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** A statement takes at most 65,535 values. */
const MOST_ROWS = 2_000;

/**
 * One operation, one transaction, one level's rows. Opened at the first statement, so that an operation that reads nothing
 * costs nothing; ended by `end`. A nested scope is never opened: everything of an operation goes through here.
 */
export class Scope {
  readonly caller: Caller;
  readonly database: Database;
  readonly now = new Date();
  private given: Rights | null;
  private readonly level?: ScopeLevel;
  private isGuess: boolean;
  /** Set for queries: the transaction may then be left to end by itself. */
  isReadOnly = false;
  private rowsLeft: number = LIMITS.operation.rows;
  private authorScope?: Scope;
  /** Of an author's half: the desk's. */
  private desk?: Scope;
  private client?: Promise<pg.PoolClient>;
  /** BEGIN and entering, which nothing waits for: their failure fails what was sent after them. */
  private entered?: Promise<unknown>;
  private inFlight = 0;
  private hasEnded = false;
  private manager?: EntityManager;
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();
  private readonly afterCommit: (() => void)[] = [];

  constructor(
    database: Database,
    rights: Rights | null,
    caller: Caller,
    { level, isGuess = false }: ScopeOptions = {},
  ) {
    this.database = database;
    this.level = level;
    this.isGuess = isGuess;
    this.given = rights;
    this.caller = caller;
  }

  /** Signing in and choosing a post: the rest of the operation has the new rights. Only before anything was read. */
  become(rights: Rights): void {
    if (this.client) throw new Error('rights change before the first statement');
    this.given = rights;
    this.isGuess = false;
  }
  /** Whether the rights are today's; throws RightsChanged when the session gives others. For what is done before a transaction, or without one. */
  async confirm(): Promise<void> {
    if (!this.isGuess || this.client) return;
    if (!isDeepStrictEqual(await findRights(this.database, this.rights.tokenHash), this.given))
      throw new RightsChanged();
    this.isGuess = false;
  }
  get isSignedIn(): boolean {
    return this.given !== null;
  }
  /** Throws UNAUTHENTICATED before anything else is looked at. */
  get rights(): Rights {
    if (!this.given) throw unauthenticated();
    return this.given;
  }
  /**
   * The same person as an author: sees and writes what they wrote themselves, on whatever line, which their desk may not.
   * A transaction of its own, ended with this one.
   */
  get author(): Scope {
    if (this.rights.role === 'OFFICER' || this.level === 'OFFICER') return this;
    if (this.hasEnded) throw new Error('the operation has ended');
    if (!this.authorScope) {
      const { isGuess, isReadOnly } = this;
      this.authorScope = new Scope(this.database, this.rights, this.caller, { level: 'OFFICER', isGuess });
      this.authorScope.isReadOnly = isReadOnly;
      this.authorScope.desk = this;
    }
    return this.authorScope;
  }
  get county(): number {
    return this.rights.countyCode;
  }
  allow(...roles: Role[]): void {
    if (!roles.includes(this.rights.role)) throw forbidden();
  }

  /** Lists within lists multiply: what an operation answers, and what it compares for the answer, has an end. */
  spend(rows: number): void {
    this.rowsLeft -= rows;
    if (this.rowsLeft < 0)
      throw badInput('query', '一次读取的内容过多，请分批读取', 'This asks for too much at once; ask for less');
  }

  /** Plain rows of a fixed statement; $1… are `values`. */
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.connection();
    return this.sent(client, () => queryRows<Row>(client, text, values));
  }
  /** A page of a listing: columns and joins as the selection asks, `tail` and `order` in SQL that names the listed table `r`. */
  page<Row>(
    listing: Listing<Row>,
    selection: Selection,
    cut: { from?: string; tail: string; order: string },
    values: readonly unknown[],
  ): Promise<Row[]> {
    return this.rows<Row>(statementOf(this.database.orm.getMetadata(), listing, selection, cut), values);
  }
  /** A statement of the scope, sent without waiting for those before it. */
  private async sent<T>(client: pg.PoolClient, send: () => Promise<T>): Promise<T> {
    try {
      return await this.counted(client, send);
    } catch (error) {
      await this.entered; // what kept the scope from being entered is the reason, not what failed after it
      throw error;
    }
  }
  /** A wait begins with a statement sent while no other is on its way. */
  private async counted<T>(client: pg.PoolClient, send: () => Promise<T>): Promise<T> {
    this.database.statements++;
    if (this.inFlight++ === 0) {
      this.database.waits++;
      sendTogether(client);
    }
    try {
      return await send();
    } finally {
      this.inFlight--;
    }
  }
  async row<Row>(text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }

  /** Inserts one row and reads nothing back: who may write a row need not be allowed to see it. */
  async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row).filter((key) => row[key] !== undefined);
    const text = `insert into ${table} (${columns.map(columnOf).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`;
    await this.rows(
      text,
      columns.map((key) => row[key]),
    );
  }

  /** Inserts rows of one shape, a statement for every MOST_ROWS of them. VALUES, because a distributed server turns anything else into COPY. */
  async insertMany(table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
    const client = await this.connection();
    for (let from = 0; from < rows.length; from += MOST_ROWS) {
      const part = rows.slice(from, from + MOST_ROWS);
      const columns = Object.keys(part[0] as object);
      const tuples = part.map((_, i) => `(${columns.map((_, j) => `$${i * columns.length + j + 1}`).join(', ')})`);
      const text = `insert into ${table} (${columns.map(columnOf).join(', ')}) values ${tuples.join(', ')}`;
      const values = part.flatMap((row) => columns.map((key) => row[key]));
      await this.sent(client, () => client.query(text, values));
    }
  }

  /** The unit of work, in this operation's own transaction. Call `open` once before. */
  get em(): EntityManager {
    if (!this.manager) throw new Error('Scope.open() comes before Scope.em');
    return this.manager;
  }
  async open(): Promise<this> {
    if (this.manager) return this;
    const client = await this.connection();
    const counted = {
      query: (text: unknown, values: unknown) =>
        this.sent(client, () => client.query({ text, values, types } as pg.QueryConfig)),
      release: () => {},
    };
    const dialect = new PostgresDialect({ pool: { connect: async () => counted, end: async () => {} } as never });
    this.manager = this.database.orm.em.fork() as EntityManager;
    this.manager.setTransactionContext(new Kysely({ dialect }));
    return this;
  }

  /** Part of a bulk deed: undone alone when it fails, and the unit of work forgets it. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const client = await this.connection();
    await client.query('savepoint attempt');
    try {
      const result = await work();
      await this.manager?.flush();
      await client.query('release savepoint attempt');
      return result;
    } catch (error) {
      await client.query('rollback to savepoint attempt');
      this.manager?.clear();
      throw error;
    }
  }

  /** One loader a name and operation, so that a list of any length costs one statement for each kind of thing it shows. */
  loader<K, V>(name: string, load: (keys: readonly K[]) => Promise<(V | null)[]>): DataLoader<K, V | null> {
    let loader = this.loaders.get(name) as DataLoader<K, V | null> | undefined;
    if (!loader) {
      loader = new DataLoader(load);
      this.loaders.set(name, loader as never);
    }
    return loader;
  }
  /** Forgets what was loaded, so that fields read after a deed show the deed. */
  refresh(): void {
    this.loaders.clear();
    this.authorScope?.refresh();
  }
  /** Runs once the transaction is on disk; never when it was undone. */
  onCommit(work: () => void): void {
    this.afterCommit.push(work);
  }

  async end(outcome: 'commit' | 'rollback'): Promise<void> {
    this.hasEnded = true;
    try {
      await this.authorScope?.end(outcome);
    } catch (error) {
      await this.close('rollback').catch(() => {}); // what happens to the author's half keeps no connection of ours
      throw error;
    }
    await this.close(outcome);
  }
  private async close(outcome: 'commit' | 'rollback'): Promise<void> {
    if (!this.client) return;
    const pending = this.client;
    this.client = undefined;
    const client = await pending.catch(() => null);
    if (!client) return;
    let command: string;
    try {
      if (outcome === 'commit') await this.manager?.flush();
      this.database.statements++;
      if (this.isReadOnly) return leave(client, outcome);
      command = (await client.query(outcome)).command;
    } catch (error) {
      client.release(true); // its transaction may still be open: the connection goes with it
      throw error;
    }
    client.release();
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
    if (outcome === 'commit' && command !== 'COMMIT') throw new Error('the transaction had failed and was undone');
    if (outcome === 'commit') for (const work of this.afterCommit) work();
  }

  private connection(): Promise<pg.PoolClient> {
    // An answer may leave while sibling fields still read: what comes late must not open a transaction that nobody ends.
    if (this.hasEnded) throw new Error('the operation has ended');
    this.client ??= this.enter();
    return this.client;
  }
  private async enter(): Promise<pg.PoolClient> {
    const level = this.level ?? levelOf(this.rights.role);
    // Every operation that needs both takes the desk's connection first: otherwise two could wait for each other's pool.
    await this.desk?.connection();
    const client = await this.database.pool(level).connect();
    // Nothing waits for these two: the first statement is on its way in the same breath.
    const begun = this.counted(client, () => client.query(this.isReadOnly ? 'begin read only' : 'begin'));
    const entered = this.counted(client, () =>
      client.query(this.isGuess ? enterSession(level, this.rights) : enter(level, this.rights)),
    );
    this.entered = Promise.all([begun, entered]).catch((error) => {
      throw (error as { code?: string }).code === RIGHTS_CHANGED ? new RightsChanged() : error;
    });
    this.entered.catch(() => {});
    return client;
  }
}

/**
 * Nothing was written, so nobody waits for the end: whoever takes the connection next sends behind it, in the same write when
 * that is at once. A connection that breaks here breaks for them too, and the pool drops it.
 */
function leave(client: pg.PoolClient, outcome: string): void {
  sendTogether(client);
  client.query(outcome).catch(() => {});
  client.release();
}

/** What this turn of the event loop sends leaves in one write: a write to the kernel costs more than a statement's parsing. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

const enter = (level: ScopeLevel, { countyCode, unitCode, personId }: Rights) => ({
  name: 'enter',
  text: 'select app.enter($1, $2, $3, $4)',
  values: [level, countyCode, unitCode, personId],
});
const enterSession = (level: ScopeLevel, rights: Rights) => ({
  name: 'enter_session',
  text: 'select app.enter_session($1, $2, $3, $4, $5, $6, $7, $8, $9)',
  values: [
    level,
    rights.tokenHash,
    rights.countyCode,
    rights.personId,
    rights.personName,
    rights.postId,
    rights.role,
    rights.unitCode,
    rights.areaCode,
  ],
});
