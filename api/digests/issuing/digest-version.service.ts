import type { Scope } from '../../platform/scope/scope.ts';
import { newId } from '../../platform/tables/ids.ts';
import type { Digest } from '../digest.entity.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';

/** Saves of one editor within this time are one version: autosave must not flood the history. */
const GATHERED_MS = 2 * 60_000;

export interface Saved {
  /** Null for the head of the issue. */
  itemId: string | null;
  title: string;
  text: string;
  /** As they are called. */
  pictures?: string[];
}

/** Keeps what was saved. The version it was born with stays as it is. */
export async function noteVersion(scope: Scope, digest: Digest, saved: Saved): Promise<void> {
  const { itemId, title, text, pictures = [] } = saved;
  const last = await scope.row<{ id: string; at: Date; byId: string; total: number }>(
    `select id, at, by_id, count(*) over ()::int as total from digest_version
     where county_code = $1 and digest_id = $2 and item_id is not distinct from $3 order by at desc, id desc limit 1`,
    [scope.county, digest.id, itemId],
  );
  const goesOn = last && last.total > 1 && last.byId === scope.rights.personId && +scope.now - +last.at < GATHERED_MS;
  if (goesOn)
    await scope.rows(
      'update digest_version set title = $3, text = $4, pictures = $5 where county_code = $1 and id = $2',
      [...[scope.county, last.id, title, text, pictures]],
    );
  else await scope.insertMany('digest_version', [versionRow(scope, digest, saved)]);
}

export const noteVersions = (scope: Scope, digest: Digest, items: readonly DigestItem[]) =>
  scope.insertMany(
    'digest_version',
    items.map(({ id, title, text }) => versionRow(scope, digest, { itemId: id, title, text })),
  );

const versionRow = (scope: Scope, digest: Digest, saved: Saved) => ({
  countyCode: scope.county,
  id: newId(),
  digestId: digest.id,
  at: scope.now,
  byId: scope.rights.personId,
  pictures: [],
  ...saved,
});
