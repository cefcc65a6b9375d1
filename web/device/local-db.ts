import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Failure, FailureCode } from '../ui/failure.ts';
import type { Stored } from './delivery.ts';
import type { Attached, Author, Draft } from './draft.ts';
import type { Promised } from './promised.ts';
import { keepSecondCopy, type SecondCopy } from './second-copy.ts';
import { sha256OfText } from './sha256.ts';
import { shelfIn } from './shelf.ts';
import { NO_SPAN, type Span } from './span.ts';

/** WAITING is sent by itself; FAILED needs its author; SENDING is under way while its lease lasts, then it counts as WAITING. */
export type OutboxState = 'WAITING' | 'SENDING' | 'FAILED';

export interface OutboxItem extends Author {
  /** The promise's id, see `promiseId`. */
  clientId: string;
  promised: Promised;
  state: OutboxState;
  /** By the county's clock. */
  queuedAt: number;
  /** In the line; absent with those of an earlier version of the app, which go first. */
  place?: number;
  attempts: number;
  /** Not tried by itself; the network's return or its author ends it. */
  pause: Span;
  /** The server has asked for this: nobody ends it. */
  held: Span;
  lease: Span;
  failure: KeptFailure | null;
  /** The text has arrived, and only attachments are missing. Those added or taken out since then the server has yet to hear of. */
  stored?: Pick<Stored, 'storedId' | 'no' | 'wasSealed'>;
  added?: string[];
  takenOut?: string[];
}

export interface KeptFailure extends Omit<Failure, 'extensions'> {
  /** After a conflict: what stands at the server in its place. */
  storedId?: string;
}

/** What an attachment is on the phone until the server has it. Its bytes stand apart, so that lists do not read them. */
export interface Part extends Attached, Author {
  draftId: string;
  /** Of the promise that carries it; null while its draft is being written. */
  promise: string | null;
  /** Its media type, as the browser calls it. */
  type: string;
  /** Where its upload goes on after a cut. */
  url: string | null;
  sent: number;
  /** Uploads begun since one of them got anywhere. */
  tries: number;
  state: 'HERE' | 'ARRIVED' | 'REFUSED';
  /** What the last upload of it met. */
  failure: FailureCode | null;
  /** Why the server has refused it, in its words. */
  refusal: string | null;
}

/** Deleted by its author, who may still think better of it. */
export interface Removed {
  clientId: string;
  personId: string;
  removedAt: number;
  draft?: Draft;
  item?: OutboxItem;
}

/** What was sent from this phone, the newest thousand kept so that "sent" can be shown with its number. */
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
  /** The hash of every attachment it covers. */
  hashes?: string[];
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
  parts!: EntityTable<Part, 'clientId'>;
  /** Not as Blob: Safari hands out blobs of its store that can no longer be read. */
  bytes!: EntityTable<{ clientId: string; bytes: ArrayBuffer }, 'clientId'>;
  removed!: EntityTable<Removed, 'clientId'>;
  /** Notes of the store about itself. */
  marks!: EntityTable<{ key: string }, 'key'>;
  /** Where the browser has a place for one. */
  secondCopy: SecondCopy | undefined;

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
    // Attachments came; instants became spans, and receipts no longer repeat the text they speak of.
    this.version(3)
      .stores({ parts: 'clientId, draftId, promise, personId', bytes: 'clientId', removed: 'clientId, personId' })
      .upgrade(async (change) => {
        await change
          .table('outbox')
          .toCollection()
          .modify((item) => {
            Object.assign(item, { pause: NO_SPAN, held: NO_SPAN, lease: NO_SPAN });
            if (item.state === 'SENDING') item.state = 'WAITING';
            delete item.nextAt;
            delete item.leaseUntil;
          });
        await change
          .table('receipts')
          .toCollection()
          .modify((receipt) => {
            receipt.content = sha256OfText(receipt.content);
          });
      });
    this.version(4).stores({ marks: 'key' });
  }
}

export const localDb = new LocalDb();
const shelf = shelfIn(globalThis.caches);
if (shelf) localDb.secondCopy = keepSecondCopy(localDb, shelf);
