import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import {
  DIGEST_MACHINE,
  type DigestDeed,
  type DigestFacts,
  type DigestState,
} from '@lxq/schema/digests/digest-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { isOneOf } from '@lxq/schema/transitions.ts';
import { conflict, refused } from '../platform/contract/errors.ts';
import { filled } from '../platform/contract/words.ts';
import { find, type Noun, noteMany, noteOf, unmetBy } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Digest } from './digest.entity.ts';
import { editedByViewer } from './digest.loaders.ts';
import { DIGEST_WORDS, DONE_WORDS } from './digest.words.ts';

/** The issue, held until the transaction ends: its text, its items and its state change one after the other. */
export const hold = (scope: Scope, id: string, version?: number): Promise<Digest> =>
  find(scope, digestNoun, id, version);

/** Who was first, and what they did: the other of two clerks is told. */
async function overtaken(scope: Scope, digest: Digest) {
  const last = await scope.row<{ deed: string; actorName: string }>(
    'select deed, coalesce(acted_by_name, actor_name) as actor_name from audit where county_code = $1 and subject_id = $2 order by at desc, id desc limit 1',
    [scope.county, digest.id],
  );
  const [zh, en] = DONE_WORDS[last?.deed ?? ''] ?? ['修改', 'changed'];
  const by = last?.actorName ?? '他人';
  const detail = { version: digest.version, state: digest.state, deed: last?.deed, by };
  return conflict(...filled(DIGEST_WORDS.overtaken, { by, zh, en }), detail);
}

/** Who wrote any of it does not sign; no other deed asks who wrote. */
function factsFor(scope: Scope, deed: DigestDeed, { id, state, editorId }: Digest): DigestFacts | Promise<DigestFacts> {
  const isEditor = isOneOf(scope.rights, editorId ?? '');
  if (deed !== 'approve' || isEditor) return { state, isViewers: isEditor };
  return editedByViewer(scope)
    .load(id)
    .then((edited) => ({ state, isViewers: Boolean(edited) }));
}

export const digestNoun: Noun<Digest, DigestDeed, DigestState, DigestFacts> = {
  machine: DIGEST_MACHINE,
  entity: Digest,
  subject: 'DIGEST',
  names: DIGEST_WORDS.digest,
  isHeld: true,
  // The county office's, of which nobody below it hears; the office's alone until it has its number and goes out (R33). How it came about stays the office's.
  seen: ({ no }, scope) => ({ unitCode: officeOf(scope.county), ears: no ? 'READERS' : 'OFFICE' }),
  history: 'OFFICE',
  facts: factsFor,
  overtaken,
};

export const tellItem = (scope: Scope, kind: ChangeKind, digest: Digest, itemId?: string) =>
  noteMany(scope, digestNoun, [digest], { tells: kind, about: { ITEM: itemId } });

/**
 * The text is about to change: allowed in this state, and from now on the viewer is its editor. An audit line each time the
 * pen passes to somebody else, not for each autosave; what was written is in the versions.
 */
export async function beginEdit(scope: Scope, digest: Digest, note?: string): Promise<void> {
  const missing = await unmetBy(scope, digestNoun, 'edit', digest);
  if (missing.length > 0) throw refused(missing);
  const fromState = digest.state;
  const { personId, actedById } = scope.rights;
  const isHandedOver = digest.editorId !== personId || (actedById && !(await hasWritten(scope, digest.id, actedById)));
  Object.assign(digest, { state: DIGEST_MACHINE.edit.to, editorId: personId });
  if (isHandedOver || note || fromState !== digest.state)
    await noteOf(scope, digestNoun, digest, { deed: 'edit', fromState, toState: digest.state, note });
}

/** Stores an edit. `isOther` says that the issue as a whole is another now (items came, went or moved), so that its version counts on. */
export async function finishEdit(
  scope: Scope,
  digest: Digest,
  { itemId, isOther = true }: { itemId?: string; isOther?: boolean } = {},
): Promise<Digest> {
  await scope.work.flush();
  if (isOther) {
    await scope.rows('update digest set version = version + 1 where county_code = $1 and id = $2', [
      scope.county,
      digest.id,
    ]);
    await scope.work.refresh(digest);
  }
  await tellItem(scope, 'DIGEST_EDITED', digest, itemId);
  scope.refresh();
  return digest;
}

/** Whether a stand-in's hand in the text stands in the history: the pen has not passed from whom they stand in for. */
const hasWritten = (scope: Scope, id: string, standIn: string) =>
  scope.row(
    `select 1 from audit where county_code = $1 and subject_id = $2 and deed = 'edit' and acted_by_id = $3 limit 1`,
    [scope.county, id, standIn],
  );
