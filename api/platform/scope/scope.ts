import { isDeepStrictEqual } from 'node:util';
import type { Role } from '@lxq/schema/roles.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import DataLoader from 'dataloader';
import { badInput, forbidden, unauthenticated } from '../contract/errors.ts';
import type { Caller } from './caller.ts';
import { now } from './clock.ts';
import type { Database, ScopeLevel } from './database.ts';
import { type Entering, enterSession } from './entering.ts';
import { insertsOf } from './inserts.ts';
import { findRights, type Rights } from './rights.ts';
import { queryOnce, queryRows } from './rows.ts';
import { RightsChanged, Transaction } from './transaction.ts';
import { UnitOfWork } from './unit-of-work.ts';

export interface ScopeOptions {
  level?: ScopeLevel;
  /** The rights are what this process remembers of the session: its transaction confirms them before it reads anything. */
  isGuess?: boolean;
  /** How a job of the queue is let in, which has no session. */
  job?: Entering;
  /** Everything that is read is of one moment, however long it takes. */
  isSnapshot?: boolean;
}

/** Of the county, who sees other rows than its office. */
const BESIDE_OFFICE: Partial<Record<Role, ScopeLevel>> = {
  DISCIPLINE_CLERK: 'DISCIPLINE',
  LEADER: 'LEADER',
  ANALYST: 'ANALYST',
  ADMIN: 'ADMIN',
};
export const scopeLevelOf = (role: Role): ScopeLevel => BESIDE_OFFICE[role] ?? LEVEL_OF[role];

/**
 * One operation, one transaction, one level's rows. Opened at the first statement, so that an operation that reads nothing
 * costs nothing; ended by `end`. A nested scope is never opened: everything of an operation goes through here.
 */
export class Scope {
  readonly caller: Caller;
  readonly database: Database;
  readonly now = now();
  private given: Rights | null;
  private readonly level?: ScopeLevel;
  private isGuess: boolean;
  private readonly job?: Entering;
  private readonly isSnapshot: boolean;
  /** Set for queries: the transaction may then be left to end by itself. */
  isReadOnly = false;
  private matter: string | null = null;
  private rowsLeft: number = SERVER_LIMITS.operation.rows;
  private authorScope?: Scope;
  /** Of an author's half: the desk's. */
  private desk?: Scope;
  private transaction?: Promise<Transaction>;
  private unitOfWork?: UnitOfWork;
  private hasEnded = false;
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();
  private readonly afterCommit: (() => void)[] = [];

  constructor(
    database: Database,
    rights: Rights | null,
    caller: Caller,
    { level, isGuess = false, job, isSnapshot = false }: ScopeOptions = {},
  ) {
    this.database = database;
    this.level = level;
    this.isGuess = isGuess;
    this.job = job;
    this.isSnapshot = isSnapshot;
    this.given = rights;
    this.caller = caller;
  }

  /** Signing in and choosing a post: the rest of the operation has the new rights. Only before anything was read. */
  become(rights: Rights): void {
    if (this.transaction) throw new Error('rights change before the first statement');
    this.given = rights;
    this.isGuess = false;
  }
  /** Whether the rights are today's; throws RightsChanged when the session gives others. For what is done before a transaction, or without one. */
  async confirm(): Promise<void> {
    for (const opened of [this.transaction, this.authorScope?.transaction])
      if ((await opened?.catch(() => undefined))?.hasOtherRights) throw new RightsChanged();
    if (!this.isGuess || this.transaction) return;
    if (!isDeepStrictEqual(await findRights(this.database, this.rights.tokenHash), this.given))
      throw new RightsChanged();
    this.isGuess = false;
  }
  /** Another transaction than this scope's has confirmed them, and did something under them. */
  confirmedElsewhere(): void {
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

  /** A matter whose page is asked for first of all: what belongs to it is then read without a look at participation for each row (app.matter). */
  opensOn(matter: string): void {
    if (!this.transaction) this.matter = matter;
  }

  /** Plain rows of a fixed statement; $1… are `values`. */
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return queryRows<Row>(await this.connection(), text, values);
  }
  async row<Row>(text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }

  /** The same of a statement that is put together for one question, of which there are too many to keep their plans. It may be long: nobody's it is ended. */
  async once<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const transaction = await this.connection();
    const answered = this.caller.onGone?.(() => transaction.cut());
    return queryOnce<Row>(transaction, text, values).finally(answered);
  }

  /** All rows of such a statement, a stretch at a time, of which memory holds one. */
  async *stretches<Row>(text: string, values: readonly unknown[], size = 1_000): AsyncGenerator<Row[]> {
    await this.once('set local cursor_tuple_fraction = 1', []); // all will be asked for, so that is what it is planned for
    await this.once(`declare stretches no scroll cursor for ${text}`, values);
    for (let rows: Row[] = []; ; ) {
      rows = await this.once<Row>(`fetch ${size} from stretches`, []);
      if (rows.length) yield rows;
      if (rows.length < size) break;
    }
    await this.once('close stretches', []);
  }

  /** What changes rows. Made when it is used: Apollo copies the scope before, and it belongs to the one that ends. */
  get work(): UnitOfWork {
    this.unitOfWork ??= new UnitOfWork(this.database.orm, () => this.connection());
    return this.unitOfWork;
  }
  /** Inserts one row and reads nothing back: who may write a row need not be allowed to see it. */
  async insert(table: string, row: Record<string, unknown>): Promise<void> {
    for (const { text, values } of insertsOf(table, [row])) await this.rows(text, values);
  }
  /** Inserts rows of one shape, however many. */
  async insertMany(table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
    const transaction = await this.connection();
    for (const insert of insertsOf(table, rows)) await transaction.query(insert);
  }

  /** Part of a bulk deed: undone alone when it fails, and the unit of work forgets it. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const transaction = await this.connection();
    await transaction.query({ text: 'savepoint attempt' });
    try {
      const result = await work();
      await this.work.flush();
      await transaction.query({ text: 'release savepoint attempt' });
      return result;
    } catch (error) {
      await transaction.query({ text: 'rollback to savepoint attempt' });
      this.work.forget();
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
    const pending = this.transaction;
    this.transaction = undefined;
    const transaction = await pending?.catch(() => null);
    if (!transaction) return;
    try {
      if (outcome === 'commit') await this.unitOfWork?.flush();
    } catch (error) {
      transaction.abandon();
      throw error;
    }
    await transaction.end(outcome);
    if (outcome === 'commit') for (const work of this.afterCommit) work();
  }

  private connection(): Promise<Transaction> {
    // An answer may leave while sibling fields still read: what comes late must not open a transaction that nobody ends.
    if (this.hasEnded) throw new Error('the operation has ended');
    this.transaction ??= this.enter();
    return this.transaction;
  }
  private async enter(): Promise<Transaction> {
    const { isReadOnly, isSnapshot, matter, rights } = this;
    const level = this.level ?? scopeLevelOf(rights.role);
    // Every operation that needs both takes the desk's connection first: otherwise two could wait for each other's pool.
    await this.desk?.connection();
    const pool = this.job ? this.database.jobs : this.database.pool(level);
    const entering = this.job ?? enterSession(level, rights, { isReadOnly, matter });
    return Transaction.open(this.database, { pool, entering, isReadOnly, isSnapshot });
  }
}
