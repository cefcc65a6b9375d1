import { unmet } from '@lxq/schema/transitions.ts';
import { refused } from '../errors.ts';
import type { Scope } from '../scope.ts';
import { noteDigest, tellOf } from './digest.deed.ts';
import type { Digest } from './digest.entity.ts';
import { isPublished } from './digest.loaders.ts';
import { find } from './digest.read.ts';

const ROLE_NAMES: Partial<Record<string, string>> = { LEADER: '县领导', COUNTY_DIRECTOR: '县群工办主任' };

/** The first time somebody opens an issue counts; a leader who came later than the issue gets a receipt by reading. */
export async function markRead(scope: Scope, id: string): Promise<Digest> {
  const digest = await find(scope, id);
  if (!isPublished(digest)) throw refused([unmet('state', '尚未印发', 'It has not been issued')]);
  const { personId, personName, role } = scope.rights;
  const read = await scope.row(
    'update digest_receipt set read_at = $4 where county_code = $1 and digest_id = $2 and person_id = $3 and read_at is null returning person_id',
    [scope.county, digest.id, personId, scope.now],
  );
  const roleName = ROLE_NAMES[role];
  const isNew =
    read ||
    (roleName &&
      (await scope.row(
        `insert into digest_receipt (county_code, digest_id, person_id, person_name, role_name, read_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (county_code, digest_id, person_id) do nothing returning person_id`,
        [scope.county, digest.id, personId, personName, roleName, scope.now],
      )));
  if (isNew) {
    await noteDigest(scope, digest, { deed: 'read' });
    await tellOf(scope, 'DIGEST_READ', digest);
    scope.refresh();
  }
  return digest;
}
