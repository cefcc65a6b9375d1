import { unmet } from '@lxq/schema/transitions.ts';
import { refused } from '../../platform/contract/errors.ts';
import { noteOf, tellOf } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { digestNoun } from '../digest.deed.ts';
import type { Digest } from '../digest.entity.ts';
import { isIssued } from '../digest.loaders.ts';
import { find } from '../digest.read.ts';
import { DIGEST_WORDS } from '../digest.words.ts';

/** As whom a post is on the distribution list: an expression over a row of `post`. */
export const RECEIPT_ROLE_NAME =
  "case when role = 'COUNTY_DIRECTOR' then '县群工办主任' when leader_level = 'CITY' then '市领导' else '县领导' end";
/** Whose posts an issue goes to. */
export const RECEIPT_ROLES = "('LEADER', 'COUNTY_DIRECTOR')";

/** The first time somebody opens an issue counts; a leader who came later than the issue gets a receipt by reading. */
export async function markRead(scope: Scope, id: string): Promise<Digest> {
  const digest = await find(scope, id);
  if (!isIssued(digest)) throw refused([unmet('state', ...DIGEST_WORDS.notIssued)]);
  const { personId, postId } = scope.rights;
  const isNew =
    (await scope.row(
      'update digest_receipt set read_at = $4 where county_code = $1 and digest_id = $2 and person_id = $3 and read_at is null returning person_id',
      [scope.county, digest.id, personId, scope.now],
    )) ??
    (await scope.row(
      `insert into digest_receipt (county_code, digest_id, person_id, person_name, role_name, read_at)
       select county_code, $2, person_id, person_name, ${RECEIPT_ROLE_NAME}, $4
       from post where county_code = $1 and id = $3 and role in ${RECEIPT_ROLES}
       on conflict (county_code, digest_id, person_id) do nothing returning person_id`,
      [scope.county, digest.id, postId, scope.now],
    ));
  if (isNew) {
    await noteOf(scope, digestNoun, digest, { deed: 'read' });
    await tellOf(scope, digestNoun, digest, 'DIGEST_READ');
    scope.refresh();
  }
  return digest;
}
