import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Draft } from './draft.ts';
import type { OutboxItem } from './outbox.ts';

/** What was sent from this phone, kept some days so that "sent" can be shown with its number. */
export interface SentReport {
  clientId: string;
  personId: string;
  reportId: string;
  no: string;
  /** The topic sealed it, whatever line was chosen. */
  wasSealed?: boolean;
  sentAt: number;
}

/** Dictionaries and places as last seen, so that the form opens without a signal. */
export interface KeptList {
  key: string;
  value: unknown;
  keptAt: number;
}

/** The phone's own store. Everything in it belongs to one person and one post; readers must ask for theirs. */
export class LocalDb extends Dexie {
  drafts!: EntityTable<Draft, 'clientId'>;
  outbox!: EntityTable<OutboxItem, 'clientId'>;
  sent!: EntityTable<SentReport, 'clientId'>;
  kept!: Table<KeptList, string>;

  constructor(name = 'lxq-officer', options: DexieOptions = {}) {
    super(name, options);
    this.version(1).stores({
      drafts: 'clientId, [personId+postId], savedAt',
      outbox: 'clientId, personId, [personId+postId], queuedAt',
      sent: 'clientId, sentAt',
      kept: 'key',
    });
  }
}

export const localDb = new LocalDb();
