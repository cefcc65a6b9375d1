import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Failure } from '../ui/failure.ts';
import type { Author, Draft } from './draft.ts';
import type { Promised } from './promised.ts';

/** WAITING is sent by itself; FAILED needs its author; SENDING is under way until `leaseUntil`, then it counts as WAITING. */
export type OutboxState = 'WAITING' | 'SENDING' | 'FAILED';

export interface OutboxItem extends Author {
  /** The promise's id, see `promiseId`. */
  clientId: string;
  promised: Promised;
  state: OutboxState;
  queuedAt: number;
  attempts: number;
  /** Not before this instant, unless the network has just come back or the author asks. */
  nextAt: number;
  leaseUntil: number;
  failure: Omit<Failure, 'extensions'> | null;
}

/** What was sent from this phone, kept some days so that "sent" can be shown with its number. */
export interface Receipt {
  /** The promise's id, see `promiseId`. */
  clientId: string;
  personId: string;
  /** Of the report or instruction that the server has stored. */
  storedId: string;
  no: string;
  /** The topic sealed it, whatever line was chosen. */
  wasSealed?: boolean;
  sentAt: number;
  /** What the receipt speaks of, see `contentOf`. */
  content: string;
}

/** An answer of the server's as last seen, so that its screen opens without a signal. */
export interface KeptAnswer {
  key: string;
  personId: string;
  postId: string;
  name: string;
  variables: Record<string, unknown>;
  data: unknown;
  keptAt: number;
}

/** The phone's own store. Everything in it belongs to one person and one post; readers must ask for theirs. */
export class LocalDb extends Dexie {
  drafts!: EntityTable<Draft, 'clientId'>;
  outbox!: EntityTable<OutboxItem, 'clientId'>;
  receipts!: EntityTable<Receipt, 'clientId'>;
  answers!: Table<KeptAnswer, string>;

  constructor(name = 'lxq-officer', options: DexieOptions = {}) {
    super(name, options);
    this.version(1).stores({
      drafts: 'clientId, [personId+postId], savedAt',
      outbox: 'clientId, personId, [personId+postId], queuedAt',
      sent: 'clientId, sentAt',
      kept: 'key',
    });
    // Reports were alone in the outbox, and what was kept did not say of whom it was.
    this.version(2)
      .stores({ sent: null, kept: null, receipts: 'clientId, sentAt', answers: 'key, keptAt' })
      .upgrade((change) =>
        change
          .table('outbox')
          .toCollection()
          .modify((item) => {
            item.promised = { kind: 'report', draft: item.draft };
            item.failure = null;
            delete item.draft;
          }),
      );
  }
}

export const localDb = new LocalDb();
