import type { Socket } from 'node:net';
import type pg from 'pg';
import { type Database, noteFailure } from './database.ts';
import type { Entering } from './entering.ts';
import { Exchange } from './exchange.ts';

/** The session gives other rights by now than were remembered of it: the operation is run again with today's. */
export class RightsChanged extends Error {}
/** `app.enter_session` says so with this code. */
const RIGHTS_CHANGED = 'LX001';

export interface TransactionOptions {
  pool: pg.Pool;
  entering: Entering;
  /** Nothing will be written: nobody waits for its end. */
  isReadOnly: boolean;
  /** All of it reads what stood at its first statement. */
  isSnapshot: boolean;
}

/** One operation's connection, entered into its scope. Statements leave without waiting for those before them. */
export class Transaction {
  private readonly database: Database;
  private readonly client: pg.PoolClient;
  /** Of a transaction that only reads. */
  private readonly exchange?: Exchange;
  private readonly entered: Promise<unknown>;
  private inFlight = 0;
  private isHeld = false;
  private isCut = false;
  /** Whoever asks through the mapper gets another error than RightsChanged. */
  hasOtherRights = false;

  static async open(database: Database, options: TransactionOptions): Promise<Transaction> {
    return new Transaction(database, await options.pool.connect(), options);
  }
  private constructor(
    database: Database,
    client: pg.PoolClient,
    { entering, isReadOnly, isSnapshot }: TransactionOptions,
  ) {
    this.database = database;
    this.client = client;
    if (isReadOnly) {
      this.exchange = new Exchange();
      client.query(this.exchange as unknown as pg.Submittable);
    }
    // Nothing waits for these: the first statement is on its way in the same breath.
    const begin = isSnapshot ? 'begin isolation level repeatable read' : 'begin';
    const begun = isReadOnly ? undefined : this.send({ text: begin });
    this.entered = Promise.all([begun, this.send(entering)]).catch((error) => {
      this.hasOtherRights = (error as { code?: string }).code === RIGHTS_CHANGED;
      throw this.hasOtherRights ? new RightsChanged() : error;
    });
    this.entered.catch(() => {}); // whoever asks for something hears of it
  }

  async query<Result extends pg.QueryResult | pg.QueryArrayResult>(config: pg.QueryConfig): Promise<Result> {
    try {
      return await this.send<Result>(config);
    } catch (error) {
      await this.entered; // what kept the scope from being entered is the reason, not what failed after it
      throw error;
    }
  }
  /** A wait begins with a statement sent while no other is on its way. */
  private async send<Result>(config: pg.QueryConfig): Promise<Result> {
    this.database.statements++;
    if (this.inFlight++ === 0) this.database.waits++;
    this.sendSoon();
    try {
      return (await (this.exchange ?? this.client).query(config as never)) as Result;
    } catch (error) {
      noteFailure(this.database, error);
      throw error;
    } finally {
      this.inFlight--;
    }
  }

  /** Throws when it was not committed; then its connection may have gone with it. */
  async end(outcome: 'commit' | 'rollback'): Promise<void> {
    if (this.isCut) return void this.abandon();
    if (this.exchange) return this.leave(this.exchange);
    let command: string;
    try {
      this.database.statements++;
      command = (await this.client.query(outcome)).command;
    } catch (error) {
      noteFailure(this.database, error);
      this.abandon();
      throw error;
    }
    this.client.release();
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
    if (outcome === 'commit' && command !== 'COMMIT') throw new Error('the transaction had failed and was undone');
  }
  /** Nobody waits for it any more: the server sees the connection go and ends what it does for it (client_connection_check_interval). */
  cut(): void {
    this.isCut = true;
    this.stream.destroy();
  }
  /** It may still be open: the connection goes with it. */
  abandon(): void {
    this.client.release(true);
  }

  /**
   * Nobody waits for the end of what only reads: whoever takes the connection next sends behind it, in the same write when that is
   * at once. A connection that breaks here breaks for them too, and the pool drops it.
   */
  private leave(exchange: Exchange): void {
    if (exchange.isCutOff) return void this.abandon();
    const { stream } = this;
    stream.cork();
    setImmediate(() => stream.uncork());
    exchange.end();
    this.client.release();
  }

  /** What one turn of the event loop sends leaves in one write: a write to the kernel costs more than the parsing of a statement. */
  private sendSoon(): void {
    if (this.isHeld) return;
    this.isHeld = true;
    this.stream.cork();
    process.nextTick(() => {
      this.isHeld = false;
      this.exchange?.flush();
      this.stream.uncork();
    });
  }
  private get stream(): Socket {
    return (this.client as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}
