import { DIGEST_TRANSITIONS, type DigestDeed, digestUnmet } from '@lxq/schema/digests/digest-states.ts';
import type { Unmet } from '@lxq/schema/transitions.ts';
import { LockMode } from '@mikro-orm/core';
import { conflict, notFound, refused } from '../platform/contract/errors.ts';
import { type DeedDone, record } from '../platform/deeds/audit.service.ts';
import { type ChangeKind, tell } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { Digest } from './digest.entity.ts';
import { editedByViewer } from './digest.loaders.ts';

/** Digests concern the county office: nobody below it hears of them. */
export const officeOf = (scope: Scope) => scope.county * 1_000_000_000;
const noDigest = () => notFound('该期摘报', 'digest');

/** The issue, held until the transaction ends: its text, its items and its state change one after the other. */
export async function hold(scope: Scope, id: string, version?: number): Promise<Digest> {
  if (!isUuid(id)) throw noDigest();
  await scope.open();
  const digest = await scope.em.findOne(
    Digest,
    { countyCode: scope.county, id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!digest) throw noDigest();
  if (version !== undefined && digest.version !== version) throw await overtaken(scope, digest);
  return digest;
}

/** Who was first, and what they did: the other of two clerks is told. */
async function overtaken(scope: Scope, digest: Digest) {
  const last = await scope.row<{ deed: string; actorName: string }>(
    'select deed, actor_name from audit where county_code = $1 and subject_id = $2 order by at desc, id desc limit 1',
    [scope.county, digest.id],
  );
  const [zh, en] = DONE[last?.deed ?? ''] ?? ['修改', 'changed'];
  const by = last?.actorName ?? '他人';
  const detail = { version: digest.version, state: digest.state, deed: last?.deed, by };
  return conflict(`${by}已先${zh}本期，请核对后重试`, `${by} has ${en} this issue meanwhile; look again`, detail);
}
const DONE: Record<string, [string, string]> = {
  open: ['开启', 'opened'],
  submitForReview: ['送审', 'submitted'],
  sendBack: ['退回', 'sent back'],
  approve: ['签发', 'approved'],
  issue: ['印发', 'issued'],
  void: ['作废', 'voided'],
};

/** Every guard of state, role and four eyes that keeps the viewer from `deed`; who wrote any of it does not sign. */
export async function unmetOf(scope: Scope, deed: DigestDeed, digest: Digest): Promise<Unmet[]> {
  const { personId } = scope.rights;
  const isMine = deed === 'approve' && (digest.editorId === personId || (await editedByViewer(scope).load(digest.id)));
  return digestUnmet(deed, { state: digest.state, editorId: isMine ? personId : null }, scope.rights);
}

export interface Move {
  deed: DigestDeed;
  kind: ChangeKind;
  /** Guards beyond the table's. */
  unmet?: readonly Unmet[];
  note?: string | null;
  change?: Partial<Digest>;
}

/** The transition table decides; then the change, the audit line and the event go into one transaction. */
export async function move(
  scope: Scope,
  digest: Digest,
  { deed, kind, unmet = [], note, change }: Move,
): Promise<Digest> {
  const missing = [...(await unmetOf(scope, deed, digest)), ...unmet];
  if (missing.length > 0) throw refused(missing);
  const fromState = digest.state;
  Object.assign(digest, change, { state: DIGEST_TRANSITIONS[deed].to });
  await scope.em.flush();
  await noteDigest(scope, digest, { deed, fromState, toState: digest.state, note });
  await tellOf(scope, kind, digest);
  scope.refresh();
  return digest;
}

export const noteDigest = (scope: Scope, digest: Digest, done: DeedDone) =>
  record(scope, { subject: 'DIGEST', subjectId: digest.id, unitCode: officeOf(scope) }, done);
export const tellOf = (scope: Scope, kind: ChangeKind, digest: Digest, itemId?: string) =>
  tell(scope, kind, { unitCode: officeOf(scope), digestId: digest.id, itemId });

/**
 * The text is about to change: allowed in this state, and from now on the viewer is its editor. An audit line each time the
 * pen passes to somebody else, not for each autosave; what was written is in the versions.
 */
export async function beginEdit(scope: Scope, digest: Digest, note?: string): Promise<void> {
  const missing = await unmetOf(scope, 'edit', digest);
  if (missing.length > 0) throw refused(missing);
  const fromState = digest.state;
  const isHandedOver = digest.editorId !== scope.rights.personId;
  Object.assign(digest, { state: DIGEST_TRANSITIONS.edit.to, editorId: scope.rights.personId });
  if (isHandedOver || note || fromState !== digest.state)
    await noteDigest(scope, digest, { deed: 'edit', fromState, toState: digest.state, note });
}

/** Stores an edit. `isOther` says that the issue as a whole is another now (items came, went or moved), so that its version counts on. */
export async function finishEdit(
  scope: Scope,
  digest: Digest,
  { itemId, isOther = true }: { itemId?: string; isOther?: boolean } = {},
): Promise<Digest> {
  await scope.em.flush();
  if (isOther) {
    await scope.rows('update digest set version = version + 1 where county_code = $1 and id = $2', [
      scope.county,
      digest.id,
    ]);
    await scope.em.refresh(digest);
  }
  await tellOf(scope, 'DIGEST_EDITED', digest, itemId);
  scope.refresh();
  return digest;
}
