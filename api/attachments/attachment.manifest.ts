import { type PromisedAttachment, tooMany } from '@lxq/schema/attachments/attachment-draft.ts';
import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import { conflict } from '../platform/contract/errors.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import type { Attachment } from './attachment.entity.ts';
import { ATTACHMENT_WORDS, DRAFT_WORDS } from './attachment.words.ts';

export interface Owner {
  subject: AttachmentSubject;
  subjectId: string;
  /** Who promises. */
  authorId: string;
}

/** Of the thing all that is not taken back, and whatever else stands under the author's ids. */
const KNOWN = `select * from attachment where county_code = $1 and (subject_id = $2 or author_id = $3 and client_id = any($4::uuid[])) order by position, id`;
const known = (scope: Scope, { subjectId, authorId }: Owner, manifest: readonly PromisedAttachment[]) =>
  scope.rows<Attachment>(KNOWN, [...[scope.county, subjectId, authorId], manifest.map(({ clientId }) => clientId)]);

/** What is written of an attachment in the history of its thing. */
export type Noted = Pick<Attachment, 'id' | 'kind' | 'sha256' | 'name'>;
/** What came to a thing, and what was taken back. */
export interface Changed {
  added: readonly Noted[];
  takenBack?: readonly Noted[];
}
/** How many there are of a thing, and how many have arrived. */
interface AttachmentCounts {
  promised: number;
  arrived: number;
}

/** Of a thing that has just come about, which nobody else knows yet. */
export async function promise(scope: Scope, owner: Owner, manifest: readonly PromisedAttachment[]): Promise<Changed> {
  if (manifest.length === 0) return { added: [] };
  return { added: await settle(scope, owner, manifest, await known(scope, owner, manifest)) };
}

/** The whole set from now on: what is not named any more is taken back. */
export async function promiseAnew(
  scope: Scope,
  owner: Owner,
  manifest: readonly PromisedAttachment[],
): Promise<Changed & AttachmentCounts> {
  const rows = await known(scope, owner, manifest);
  const named = new Set(manifest.map(({ clientId }) => clientId));
  const takenBack = rows.filter((row) => isOf(owner, row) && !row.withdrawnAt && !named.has(row.clientId));
  await withdraw(scope, takenBack);
  const added = await settle(scope, owner, manifest, rows);
  const counts = await scope.row<AttachmentCounts>(COUNTED, [scope.county, owner.subjectId]);
  return { added, takenBack, ...(counts as AttachmentCounts) };
}

/** More of them, after those that it has. */
export async function promiseMore(
  scope: Scope,
  owner: Owner,
  manifest: readonly PromisedAttachment[],
): Promise<Changed> {
  const rows = await known(scope, owner, manifest);
  const named = new Set(manifest.map(({ clientId }) => clientId));
  const before = rows.filter((row) => isOf(owner, row) && !row.withdrawnAt && !named.has(row.clientId));
  refuseFirst(tooMany(owner.subject, [...before, ...manifest]), DRAFT_WORDS);
  const last = Math.max(-1, ...before.map(({ position }) => position));
  return { added: await settle(scope, owner, manifest, rows, last + 1) };
}

const isOf = ({ subject, subjectId }: Owner, row: Attachment) => row.subject === subject && row.subjectId === subjectId;

/** Each stands once under its id: what is new is promised, what was taken back is promised again, and other content under a known id is a conflict. Answers with those that were not there. */
async function settle(
  scope: Scope,
  owner: Owner,
  manifest: readonly PromisedAttachment[],
  rows: readonly Attachment[],
  first = 0,
): Promise<Noted[]> {
  const earlier = new Map(rows.filter((row) => row.authorId === owner.authorId).map((row) => [row.clientId, row]));
  const fresh: Noted[] = [];
  const again: Noted[] = [];
  for (const [i, promised] of manifest.entries()) {
    const row = earlier.get(promised.clientId);
    const position = first + i;
    if (!row)
      fresh.push({
        ...{ countyCode: scope.county, id: newId(), ...owner },
        ...{ ...promised, position, createdAt: scope.now },
      });
    else if (!isOf(owner, row) || !isSame(row, promised))
      throw conflict(...ATTACHMENT_WORDS.otherwise, { clientId: promised.clientId });
    else if (row.withdrawnAt || row.position !== position) await promiseAgain(scope, row, position);
    if (row?.withdrawnAt) again.push(row);
  }
  if (fresh.length) await scope.insertMany('attachment', fresh);
  return [...again, ...fresh];
}
const isSame = (row: Attachment, promised: PromisedAttachment) =>
  (['kind', 'sha256', 'size', 'name', 'seconds'] as const).every((key) => (row[key] ?? null) === promised[key]);

/** Bytes that have gone meanwhile are awaited anew. */
const promiseAgain = (scope: Scope, { id }: Attachment, position: number) =>
  scope.rows(
    `update attachment set withdrawn_at = null, position = $3, state = case when state = 'ARRIVED' and stored_sha256 is null then 'AWAITED' else state end
     where county_code = $1 and id = $2`,
    [scope.county, id, position],
  );

export async function withdraw(scope: Scope, rows: readonly Pick<Attachment, 'id'>[]): Promise<void> {
  if (rows.length)
    await scope.rows('update attachment set withdrawn_at = $3 where county_code = $1 and id = any($2::uuid[])', [
      ...[scope.county, rows.map(({ id }) => id), scope.now],
    ]);
}

/** Of a thing ($2) in a county ($1), for a statement that comes after the change. */
export const COUNTED = `select count(*)::int as promised, (count(*) filter (where state = 'ARRIVED'))::int as arrived
  from attachment where county_code = $1 and subject_id = $2 and withdrawn_at is null`;
