import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { notFound, refused } from '../platform/contract/errors.ts';
import { recordMany } from '../platform/deeds/audit.service.ts';
import type { Subject } from '../platform/deeds/subject.ts';
import { tell, tellMany } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import type { Attachment } from './attachment.entity.ts';
import { linesOf } from './attachment.history.ts';
import { type Held, held, holderOf } from './attachment.holders.ts';
import { type AttachmentDraft, checkManifest } from './attachment.input.ts';
import { attachmentsOf, type ShownAttachment } from './attachment.loaders.ts';
import { type Changed, promiseMore, withdraw } from './attachment.manifest.ts';
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
  const changed = await promiseMore(scope, owner, manifest);
  desk.refresh();
  const rows = ((await attachmentsOf(scope).load(matter.id)) ?? []).map((row) => ({ ...row, isOpen: true }));
  // Sent once more, nothing has happened.
  if (changed.added.length > 0) await tellOfChange(found, subject, changed);
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
  await tellOfChange(found, row.subject, { added: [], takenBack: [row] });
  desk.refresh();
  return { ...row, withdrawnAt: scope.now };
}

const BY_ID = 'select * from attachment where county_code = $1 and id = $2';
/** As its thing is seen: at the desk, or as an author's own. */
export async function attachmentSeen(desk: Scope, id: string): Promise<Attachment | undefined> {
  const find = (scope: Scope) => scope.row<Attachment>(BY_ID, [scope.county, id]);
  return (await find(desk)) ?? (desk.author === desk ? undefined : find(desk.author));
}

/** Its counts, a line in the history of the thing, and word to whoever sees it. */
async function tellOfChange(found: Held, subject: AttachmentSubject, changed: Changed): Promise<void> {
  const { scope, matter } = found;
  const thing: Subject = { ...matter.sight, subject, subjectId: matter.id };
  await holderOf(subject).count?.(scope, matter.id);
  await recordMany(
    scope,
    linesOf(changed).map((done) => [thing, done]),
  );
  await hear(found, subject, changed.added.length > 0 ? 'ATTACHED' : 'DETACHED');
}

/** Whoever sees the thing hears. */
export async function hear({ scope, matter }: Held, subject: AttachmentSubject, kind: ChangeKind): Promise<void> {
  const told = { subject: 'ATTACHMENT', subjectId: matter.id };
  const { about } = matter.sight;
  await tell(scope, kind, { ...matter.sight, ...told, about: { ...about, [subject]: matter.id } });
  const copies = (matter.hearers ?? []).map((unitCode) => ({
    ...told,
    ...{ unitCode, ears: 'UNIT' as const, about: { [subject]: matter.id } },
  }));
  if (copies.length) await tellMany(scope, kind, copies);
}
