import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { AskFailed, type Failure, type FailureCode, failureOf } from '../ui/failure.ts';
import type { Carried, Delivery } from './delivery.ts';
import { type Attached, type Draft, newDraft } from './draft.ts';
import { LocalDb } from './local-db.ts';
import { enqueue, saveDraft } from './outbox.ts';
import { attachedOf, partOf } from './parts.ts';
import { attachmentsOf, type Promised, promiseId } from './promised.ts';
import { sha256Of } from './sha256.ts';

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
/** Without further words it can be reached whenever it has not just said that it cannot. */
export function deliveryThat(...answers: (Error | 'stored')[]) {
  const tried: string[] = [];
  let isReached = true;
  const delivery: Delivery = {
    ...serverThat().delivery,
    whoAmI: async () => {
      if (!isReached) throw fails('OFFLINE');
      return ANNA;
    },
    async send(promised) {
      const clientId = promiseId(promised);
      const answer = answers[Math.min(tried.length, answers.length - 1)] ?? 'stored';
      tried.push(clientId);
      isReached = answer === 'stored' || !/OFFLINE|FOREIGN|BUSY/.test(failureOf(answer).code);
      if (answer !== 'stored') throw answer;
      return { storedId: `stored-${clientId}`, no: '2026-000001', attachments: [] };
    },
  };
  return { delivery, tried };
}

type Fault = Error | undefined;

/** A server that takes manifests and bytes as ours does; what it is told to meet it meets once each, in turn. */
export function serverThat() {
  const reports = new Map<string, Carried[]>();
  const faults: Record<'send' | 'upload' | 'ask', Fault[]> = { send: [], upload: [], ask: [] };
  const refused = new Map<string, string>();
  const seen = { sent: [] as string[], uploaded: [] as string[], urls: [] as (string | null)[] };
  const meet = (deed: keyof typeof faults) => {
    const fault = faults[deed].shift();
    if (fault) throw fault;
  };
  const awaited = ({ clientId, sha256 }: Attached): Carried => ({
    id: `server-${clientId}`,
    clientId,
    sha256,
    state: 'AWAITED',
    refusal: null,
  });
  const find = (id: string) => [...reports.values()].flat().find((one) => one.id === id);
  const delivery: Delivery = {
    whoAmI: async () => ANNA,
    async send(promised) {
      const clientId = promiseId(promised);
      seen.sent.push(clientId);
      meet('send');
      const storedId = `stored-${clientId}`;
      const attachments = reports.get(storedId) ?? attachmentsOf(promised).map(awaited);
      reports.set(storedId, attachments);
      return { storedId, no: '2026-000001', attachments: structuredClone(attachments) };
    },
    async attachmentsOf(storedId) {
      meet('ask');
      return structuredClone(reports.get(storedId) ?? []);
    },
    async attach(storedId, drafts) {
      const come = drafts.map(awaited);
      reports.get(storedId)?.push(...come);
      return structuredClone(come);
    },
    async detach(id) {
      for (const [report, all] of reports)
        reports.set(
          report,
          all.filter((one) => one.id !== id),
        );
    },
    async upload({ attachmentId, bytes, url }, heard) {
      seen.urls.push(url);
      await heard.url(url ?? `/attachments/${attachmentId}`);
      meet('upload');
      await heard.sent(bytes.byteLength);
      seen.uploaded.push(attachmentId);
      const at = find(attachmentId);
      if (!at) throw fails('FOREIGN');
      const refusal = refused.get(at.clientId) ?? null;
      const isWhole = (await sha256Of(bytes)) === at.sha256;
      Object.assign(at, { state: refusal || !isWhole ? 'REFUSED' : 'ARRIVED', refusal });
    },
  };
  return { delivery, faults, refused, seen, reports };
}

/** The id of one of a draft's attachments. */
export const idOf = (draft: Draft, place = 0): string => draft.attachments?.[place]?.clientId ?? '';

/** A draft with photos of so many bytes, kept on the phone as the form keeps them. */
export async function draftWith(db: LocalDb, photos: readonly string[], author = ANNA): Promise<Draft> {
  let draft = saying(draftBy(author), '村东头水井塌了，三十户吃水困难，请尽快派人来看。');
  for (const photo of photos) {
    const chosen = await partOf(draft, { kind: 'PHOTO', blob: new Blob([photo], { type: 'image/jpeg' }) });
    draft = { ...draft, attachments: [...(draft.attachments ?? []), attachedOf(chosen.part)] };
    await saveDraft(db, draft, chosen);
  }
  return draft;
}

/** The same, promised. */
export async function queueWith(db: LocalDb, photos: readonly string[]): Promise<Draft> {
  const draft = await draftWith(db, photos);
  await queue(db, draft);
  return draft;
}
