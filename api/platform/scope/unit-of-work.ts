import { LockMode } from '@mikro-orm/core';
import type { EntityClass, EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect } from 'kysely';
import { types } from './rows.ts';
import type { Transaction } from './transaction.ts';

type Key<Row> = { [Column in keyof Row]?: Row[Column] };
interface Held {
  /** Until the transaction ends nobody else changes the row. */
  isHeld?: boolean;
}

/**
 * What changes rows: MikroORM's unit of work on the operation's own connection, so that what it reads and writes stands among the operation's
 * other statements. Rows are written by `flush`, their versions compared. Lists and counts are read past it (`Scope.rows`), and so is written
 * what nobody reads back (`Scope.insert`).
 */
export class UnitOfWork {
  private readonly orm: MikroORM;
  private readonly connection: () => Promise<Transaction>;
  private manager?: EntityManager;

  constructor(orm: MikroORM, connection: () => Promise<Transaction>) {
    this.orm = orm;
    this.connection = connection;
  }

  /** The row as the transaction sees it; null when it is not there, or not for these eyes. */
  async find<Row extends object>(entity: EntityClass<Row>, key: Key<Row>, held: Held = {}): Promise<Row | null> {
    const manager = await this.opened();
    return (await manager.findOne(entity, key as never, lockOf(held) as never)) as Row | null;
  }
  async all<Row extends object>(entity: EntityClass<Row>, key: Key<Row>): Promise<Row[]> {
    return (await (await this.opened()).find(entity, key as never)) as Row[];
  }
  /** A new row; written with the next flush. What has a default in its table may be left out. */
  async add<Row extends object>(entity: EntityClass<Row>, row: Partial<Row>): Promise<Row> {
    const manager = await this.opened();
    const made = manager.create(entity, row as never) as Row;
    manager.persist(made);
    return made;
  }
  async remove(row: object): Promise<void> {
    (await this.opened()).remove(row);
  }
  /** Reads it again. */
  async refresh(row: object, held: Held = {}): Promise<void> {
    await (await this.opened()).refresh(row, lockOf(held));
  }
  async flush(): Promise<void> {
    await this.manager?.flush();
  }
  /** Everything that was read or changed and is not written yet. */
  forget(): void {
    this.manager?.clear();
  }

  private async opened(): Promise<EntityManager> {
    if (this.manager) return this.manager;
    const transaction = await this.connection();
    const client = {
      query: (text: string, values: unknown[]) => transaction.query({ text, values, types }),
      release: () => {},
    };
    const pool = { connect: async () => client, end: async () => {} };
    this.manager ??= this.orm.em.fork() as EntityManager;
    this.manager.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) }));
    return this.manager;
  }
}

const lockOf = ({ isHeld }: Held) => (isHeld ? { lockMode: LockMode.PESSIMISTIC_WRITE as const } : undefined);
