import { AskFailed, type Failure, type FailureCode, failed, failureOf } from '../ui/failure.ts';
import type { Carried, Delivery, Stored } from './delivery.ts';
import type { Attached } from './draft.ts';
import type { LocalDb, OutboxItem, Part } from './local-db.ts';
import { bytesOf } from './parts.ts';
import { attachmentsOf } from './promised.ts';

/** After one of these the next attachment would fare no better. */
const STOPS: ReadonlySet<FailureCode> = new Set(['OFFLINE', 'UNAUTHENTICATED', 'BUSY']);

export interface Carrying {
  db: LocalDb;
  delivery: Delivery;
  /** It still goes on: nobody else takes it. */
  renew(): Promise<unknown>;
}

/** The text first, then each attachment that the server still awaits; returns only when the server names all of them as arrived. */
export async function carry(on: Carrying, item: OutboxItem): Promise<Stored> {
  const { db, delivery } = on;
  const stored = item.stored
    ? { ...item.stored, attachments: await delivery.attachmentsOf(item.stored.storedId) }
    : await delivery.send(item.promised);
  const manifest = attachmentsOf(item.promised);
  if (manifest.length === 0 && !item.takenOut?.length) return stored;
  const { attachments: _, ...known } = stored;
  if (!item.stored) await db.outbox.update(item.clientId, { stored: known });
  await on.renew();
  const agreed = await agree(on, { ...item, stored: known }, stored.attachments);
  const failure = await uploadAwaited(on, manifest, agreed);
  // What the server says now is what counts, whatever the uploads have said.
  const attachments = await delivery.attachmentsOf(stored.storedId);
  await note(db, manifest, attachments);
  if (covers(attachments, manifest)) return { ...known, attachments };
  throw new AskFailed(failure ?? whatIsMissing(attachments, manifest));
}

/** Whether the server has every part of a manifest: the same id, the same bytes. */
export const covers = (carried: readonly Carried[], manifest: readonly Attached[]): boolean =>
  manifest.every(({ clientId, sha256 }) =>
    carried.some((one) => one.clientId === clientId && one.sha256 === sha256 && one.state === 'ARRIVED'),
  );

/** What the author has taken out or added since the text arrived. */
async function agree(
  { db, delivery }: Carrying,
  item: OutboxItem,
  carried: readonly Carried[],
): Promise<readonly Carried[]> {
  const { stored, added = [], takenOut = [] } = item;
  if (!stored) return carried;
  const over = carried.filter(({ clientId }) => takenOut.includes(clientId));
  for (const one of over) await detach(delivery, one);
  const manifest = attachmentsOf(item.promised);
  const unknown = manifest.filter(({ clientId }) => !carried.some((one) => one.clientId === clientId));
  const fresh = unknown.filter(({ clientId }) => added.includes(clientId));
  const come = fresh.length > 0 ? await delivery.attach(stored.storedId, fresh) : [];
  if (over.length + fresh.length > 0) await db.outbox.update(item.clientId, { added: [], takenOut: [] });
  // Taken away at the server since: another version of the report stands there now.
  if (unknown.length > fresh.length) throw new AskFailed(failed('CONFLICT'));
  const known = new Map([...carried, ...come].map((one) => [one.clientId, one]));
  return [...known.values()].filter((one) => !over.includes(one));
}

/** What has not arrived there goes without the server's leave as well: somebody may be handling the report by now. */
async function detach(delivery: Delivery, { id, state }: Carried): Promise<void> {
  await delivery.detach(id).catch((error) => {
    const { code } = failureOf(error);
    if (code !== 'NOT_FOUND' && (code !== 'REFUSED' || state === 'ARRIVED')) throw error;
  });
}

/** Those that failed often go last, so that none keeps the others back. */
async function uploadAwaited(
  on: Carrying,
  manifest: readonly Attached[],
  carried: readonly Carried[],
): Promise<Failure | undefined> {
  const { db } = on;
  const rows = await db.parts.bulkGet(manifest.map(({ clientId }) => clientId));
  const triesOf = (id: string) => rows.find((part) => part?.clientId === id)?.tries ?? 0;
  const awaited = manifest
    .flatMap((attached) => {
      const at = carried.find(({ clientId }) => clientId === attached.clientId);
      return at?.state === 'AWAITED' ? [{ attached, id: at.id }] : [];
    })
    .sort((one, other) => triesOf(one.attached.clientId) - triesOf(other.attached.clientId));
  let first: Failure | undefined;
  for (const { attached, id } of awaited) {
    const failure = await upload(on, attached, id).then(
      () => undefined,
      (error) => failureOf(error),
    );
    await db.parts.update(attached.clientId, { failure: failure?.code ?? null });
    first ??= failure;
    if (failure && STOPS.has(failure.code)) return failure;
  }
  return first;
}

async function upload({ db, delivery, renew }: Carrying, attached: Attached, attachmentId: string): Promise<void> {
  const part = await db.parts.get(attached.clientId);
  const bytes = part && (await bytesOf(db, attached));
  if (!bytes) throw new AskFailed(failed('PART_LOST'));
  const keep = (changes: Partial<Part>) => db.parts.update(attached.clientId, changes);
  await keep({ tries: part.tries + 1 });
  await delivery.upload(
    { attachmentId, bytes, url: part.url },
    {
      url: (url) => keep({ url }),
      sent: (sent) => Promise.all([keep({ sent, tries: 0 }), renew()]),
    },
  );
}

async function note(db: LocalDb, manifest: readonly Attached[], carried: readonly Carried[]): Promise<void> {
  for (const { clientId, size } of manifest) {
    const { state, refusal = null } = carried.find((one) => one.clientId === clientId) ?? {};
    if (state === 'ARRIVED') await db.parts.update(clientId, { state, refusal: null, sent: size });
    if (state === 'REFUSED') await db.parts.update(clientId, { state, refusal });
  }
}

function whatIsMissing(carried: readonly Carried[], manifest: readonly Attached[]): Failure {
  const isRefused = manifest.some(({ clientId }) =>
    carried.some((one) => one.clientId === clientId && one.state === 'REFUSED'),
  );
  return failed(isRefused ? 'ATTACHMENT' : 'INTERNAL');
}
