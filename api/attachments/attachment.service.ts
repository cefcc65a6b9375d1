import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { notFound, refused } from '../platform/contract/errors.ts';
import { record } from '../platform/deeds/audit.service.ts';
import type { Subject } from '../platform/deeds/subject.ts';
import { tell, tellMany } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import type { Attachment } from './attachment.entity.ts';
import { type Held, held, holderOf } from './attachment.holders.ts';
import { type AttachmentDraft, checkManifest } from './attachment.input.ts';
import { attachmentsOf, type ShownAttachment } from './attachment.loaders.ts';
import { countOf, type Owner, promiseMore, withdraw } from './attachment.manifest.ts';
import { ATTACHMENT_WORDS } from './attachment.words.ts';

/** Promises more to a thing that is there; the same again is the same. Answers with all that it then has. */
export async function attach(
  desk: Scope,
  subject: AttachmentSubject,
  subjectId: string,
  drafts: readonly AttachmentDraft[],
): Promise<readonly ShownAttachment[]> {
  const manifest = checkManifest(subject, drafts);
  // Who attaches to one thing at once is counted one after the other; a thing may be held by several.
  await desk.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `attachments ${desk.county}/${subject}/${subjectId.toLowerCase()}`,
  ]);
  const found = await held(desk, subject, subjectId);
  const { scope, authorId, matter } = found;
  if (matter.unmet.length) throw refused(matter.unmet);
  const owner = { subject, subjectId: matter.id, authorId };
  const before = (await attachmentsOf(scope).load(matter.id)) ?? [];
  const counts = await promiseMore(scope, owner, manifest);
  desk.refresh();
  const rows = ((await attachmentsOf(scope).load(matter.id)) ?? []).map((row) => ({ ...row, isOpen: true }));
  const known = new Set(before.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return rows; // sent once more: nothing has happened
  await holderOf(subject).count?.(scope, matter.id, counts);
  for (const row of fresh) await note(found, row, 'attach');
  await hear(found, owner, 'ATTACHED');
  return rows;
}

/** Takes back what somebody attached: what has arrived while they might attach it, what never came or was refused at any time. The row and its lines stay, the bytes go after a day. */
export async function detach(desk: Scope, id: string): Promise<Attachment> {
  const row = isUuid(id) ? await attachmentSeen(desk, id) : null;
  if (!row || row.withdrawnAt) throw notFound(...ATTACHMENT_WORDS.attachment);
  const found = await held(desk, row.subject, row.subjectId);
  const { scope, authorId, matter } = found;
  if (row.authorId !== authorId) throw refused([unmet('author', ...ATTACHMENT_WORDS.notYours)]);
  if (matter.unmet.length && row.state === 'ARRIVED') throw refused(matter.unmet);
  await withdraw(scope, [row]);
  await holderOf(row.subject).count?.(scope, matter.id, await countOf(scope, row));
  await note(found, row, 'detach');
  await hear(found, row, 'DETACHED');
  desk.refresh();
  return { ...row, withdrawnAt: scope.now };
}

const BY_ID = 'select * from attachment where county_code = $1 and id = $2';
/** As its thing is seen: at the desk, or as an author's own. */
export async function attachmentSeen(desk: Scope, id: string): Promise<Attachment | undefined> {
  const find = (scope: Scope) => scope.row<Attachment>(BY_ID, [scope.county, id]);
  return (await find(desk)) ?? (desk.author === desk ? undefined : find(desk.author));
}

const subjectOf = ({ matter: { id, sight } }: Held, subject: string, subjectId: string): Subject => ({
  ...sight,
  ...{ subject: 'ATTACHMENT', subjectId, about: { ...sight.about, [subject]: id } },
});
/** A line of its own history, so that no undoing of its thing stumbles over it. */
const note = (found: Held, row: Attachment, deed: 'attach' | 'detach') =>
  record(found.scope, subjectOf(found, row.subject, row.id), {
    deed,
    toState: row.state,
    detail: { kind: row.kind, sha256: row.sha256, name: row.name ?? null },
  });
/** Whoever sees the thing hears. */
export async function hear(found: Held, { subject }: Pick<Owner, 'subject'>, kind: ChangeKind): Promise<void> {
  const { scope, matter } = found;
  const told = subjectOf(found, subject, matter.id);
  await tell(scope, kind, told);
  const copies = (matter.hearers ?? []).map((unitCode) => ({
    ...{
      subject: 'ATTACHMENT',
      subjectId: matter.id,
      unitCode,
      ears: 'UNIT' as const,
      about: { [subject]: matter.id },
    },
  }));
  if (copies.length) await tellMany(scope, kind, copies);
}
