import { v7 as uuidv7 } from 'uuid';
import type { Attached, Author, Draft } from './draft.ts';
import type { LocalDb, Part } from './local-db.ts';
import { sha256Of } from './sha256.ts';

/** A photo, voice note or document as it will go: what the device has made of what was chosen. */
export interface Prepared {
  kind: Attached['kind'];
  blob: Blob;
  name?: string | null;
  seconds?: number | null;
}

export interface NewPart {
  part: Part;
  bytes: ArrayBuffer;
}

/** With an id of its own: the same photo chosen twice is two attachments. */
export async function partOf({ personId, postId, clientId: draftId }: Draft, prepared: Prepared): Promise<NewPart> {
  const { kind, blob, name = null, seconds = null } = prepared;
  const bytes = await blob.arrayBuffer();
  const sha256 = await sha256Of(bytes);
  const attached: Attached = { clientId: uuidv7(), kind, sha256, size: bytes.byteLength, name, seconds };
  const type = blob.type.split(';')[0] ?? '';
  const part: Part = { ...attached, personId, postId, draftId, promise: null, type, ...NOT_SENT };
  return { part, bytes };
}

export const NOT_SENT = { url: null, sent: 0, tries: 0, state: 'HERE', refusal: null, failure: null } as const;

export const attachedOf = ({ clientId, kind, sha256, size, name, seconds }: Part): Attached => ({
  clientId,
  kind,
  sha256,
  size,
  name,
  seconds,
});

/** Part and bytes are stored in one step, and in the same step with the draft or promise that names them. */
export async function putPart(db: LocalDb, { part, bytes }: NewPart): Promise<void> {
  await db.parts.put(part);
  await db.bytes.put({ clientId: part.clientId, bytes });
}

export async function dropParts(db: LocalDb, clientIds: string[]): Promise<void> {
  await db.parts.bulkDelete(clientIds);
  await db.bytes.bulkDelete(clientIds);
}

/** Those that stand on this phone; what is stored at the server already needs no bytes here. */
export const ownOf = ({ attachments = [] }: Draft): Attached[] => attachments.filter(({ isStored }) => !isStored);

/** Whether all that a draft names can be sent from here. */
export async function areHere(db: LocalDb, draft: Draft): Promise<boolean> {
  const ids = ownOf(draft).map(({ clientId }) => clientId);
  const [parts, bytes] = await Promise.all([
    db.parts.where('clientId').anyOf(ids).count(),
    db.bytes.where('clientId').anyOf(ids).count(),
  ]);
  return parts === ids.length && bytes === ids.length;
}

/** The bytes as they were hashed when they were chosen; null when they are gone, or are not those any more. */
export async function bytesOf(db: LocalDb, { clientId, sha256 }: Attached): Promise<ArrayBuffer | null> {
  const row = await db.bytes.get(clientId).catch(() => undefined);
  if (!row) return null;
  return (await sha256Of(row.bytes).catch(() => '')) === sha256 ? row.bytes : null;
}

/** For a screen of the person signed in: nobody else's is given. */
export async function blobOf(db: LocalDb, clientId: string, { personId }: Pick<Author, 'personId'>) {
  const part = await db.parts.get(clientId);
  if (part?.personId !== personId) return undefined;
  const row = await db.bytes.get(clientId);
  return row && new Blob([row.bytes], { type: part.type });
}

/**
 * Parts, all or `among` these, that no draft, promise or removed thing names any more: taken out of a form whose page has
 * gone since.
 */
export async function dropOrphans(db: LocalDb, among?: string[]): Promise<void> {
  await db.transaction('rw', [db.drafts, db.outbox, db.removed, db.parts, db.bytes], async () => {
    const [drafts, items, removed] = await Promise.all([
      db.drafts.toArray(),
      db.outbox.toArray(),
      db.removed.toArray(),
    ]);
    const promised = [...items, ...removed.flatMap(({ item }) => item ?? [])].map((item) => item.promised);
    const all = [
      ...drafts,
      ...removed.flatMap(({ draft }) => draft ?? []),
      ...promised.flatMap((each) => (each.kind === 'report' ? each.draft : [])),
    ];
    const named = new Set(all.flatMap((draft) => ownOf(draft)).map(({ clientId }) => clientId));
    const keys = among ?? (await db.parts.toCollection().primaryKeys());
    await dropParts(
      db,
      keys.filter((key) => !named.has(key)),
    );
  });
}
