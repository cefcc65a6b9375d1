import type { DigestState } from '@lxq/schema/digests/digest-states.ts';
import { notFound } from '../platform/contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import type { Digest } from './digest.entity.ts';
import { COLUMNS, digestById } from './digest.loaders.ts';
import { DIGEST_WORDS } from './digest.words.ts';

export interface DigestPage {
  states?: DigestState[] | null;
  first: number;
  after?: string | null;
}

/** Newest period first. */
export async function list(scope: Scope, { states, first, after }: DigestPage): Promise<Connection<Digest>> {
  const wanted = new Conditions().add('d.county_code = ?', scope.county);
  if (states?.length) wanted.oneOf('d.state', states);
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(d.period_from, d.id) < (?::date, ?::uuid)', ...key);
  const rows = await scope.rows<Digest>(
    `select ${COLUMNS} from digest d where ${wanted} order by d.period_from desc, d.id desc limit ${pageBucket(pageSize(first))}`,
    wanted.values,
  );
  return connection(rows, first, (digest) => [digest.periodFrom, digest.id]);
}

/** An issue that the viewer may see; any other is as good as absent. */
export async function find(scope: Scope, id: string): Promise<Digest> {
  const digest = isUuid(id) ? await digestById(scope).load(id) : null;
  if (!digest) throw notFound(...DIGEST_WORDS.digest);
  return digest;
}
