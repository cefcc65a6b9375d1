import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { AskFailed, type Failure, type FailureCode } from '../ui/failure.ts';
import type { Delivery } from './delivery.ts';
import { type Draft, newDraft } from './draft.ts';
import { LocalDb } from './local-db.ts';
import { enqueue } from './outbox.ts';
import { type Promised, promiseId } from './promised.ts';

export const ANNA = { personId: 'anna', postId: 'officer-3' };
const PLACE = { code: '990101101201000', fullName: '东关镇 柳林村', isOutside: false };

/** A phone's memory, empty. */
export function newPhone() {
  const indexedDB = new IDBFactory();
  return { indexedDB, db: new LocalDb('phone', { indexedDB, IDBKeyRange }) };
}

export const draftBy = (author = ANNA): Draft => newDraft(author, PLACE);
export const reportOf = (draft: Draft): Promised => ({ kind: 'report', draft });
export const queue = (db: LocalDb, draft: Draft, now?: number) => enqueue(db, draft, reportOf(draft), now);
export const saying = (draft: Draft, content: string): Draft => ({ ...draft, fields: { ...draft.fields, content } });

export function fails(code: FailureCode, extensions: Failure['extensions'] = {}) {
  return new AskFailed({ code, said: `because ${code}`, unmet: [], extensions });
}
export function deliveryThat(...answers: (Error | 'stored')[]) {
  const tried: string[] = [];
  const delivery: Delivery = {
    whoAmI: async () => ANNA,
    async send(promised) {
      const clientId = promiseId(promised);
      const answer = answers[Math.min(tried.length, answers.length - 1)] ?? 'stored';
      tried.push(clientId);
      if (answer !== 'stored') throw answer;
      return { storedId: `stored-${clientId}`, no: '2026-000001' };
    },
  };
  return { delivery, tried };
}
