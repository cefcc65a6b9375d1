import { signsAs } from '@lxq/schema/results/signs-as.ts';
import { SIGNING_KINDS, type SigningKind, type SigningWord } from '@lxq/schema/signing/signing-kinds.ts';
import { eyesOf, isDoneBy } from '@lxq/schema/transitions.ts';
import { NIL } from 'uuid';
import { CASE_RESULTS_TO_SIGN, closingsToSign } from '../cases/case-signing.read.ts';
import { CENSURES_TO_SIGN } from '../censures/censure.read.ts';
import { DIGESTS_TO_SIGN } from '../digests/issuing/digest-signing.read.ts';
import { RESULTS_TO_SIGN } from '../instructions/instruction-signing.read.ts';
import { ORDERS_TO_SIGN } from '../orders/order.read.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Signing } from './signing.type.ts';

/** Of each kind, what waits for the viewer, and of whoever they stand in for ($2), in the county ($1): id, title, since. A noun that is signed says it here. */
const SOURCES: Record<SigningWord, (scope: Scope) => string> = {
  DIGEST: () => DIGESTS_TO_SIGN,
  RESULT: () => RESULTS_TO_SIGN,
  CENSURE: () => CENSURES_TO_SIGN,
  ORDER: () => ORDERS_TO_SIGN,
  CASE_RESULT: () => CASE_RESULTS_TO_SIGN,
  CASE_CLOSING: ({ rights }) => closingsToSign(signsAs(rights)),
};

/** … and of a leader who signs nothing. */
const NOTHING = `select null::text as kind, null::uuid as id, null::text as title, null::timestamptz as since where $1::int is null and $2::uuid[] is null`;

/** All that waits for this viewer, as one statement's source. */
function waitingFor(scope: Scope): string {
  const { role, capacity } = scope.rights;
  const theirs = (Object.entries(SIGNING_KINDS) as [SigningWord, SigningKind][])
    .filter(([, kind]) => isDoneBy(kind, role) && (!kind.as || (capacity && kind.as.includes(capacity))))
    .map(([kind]) => kind);
  if (theirs.length === 0) return NOTHING;
  return theirs
    .map((kind) => `select '${kind}' as kind, waiting.* from (${SOURCES[kind](scope)}) waiting`)
    .join(' union all ');
}

export async function count(scope: Scope): Promise<number> {
  const text = `select count(*)::int as count from (${waitingFor(scope)}) w`;
  const row = await scope.row<{ count: number }>(text, [scope.county, eyesOf(scope.rights)]);
  return row?.count ?? 0;
}

/** What has waited longest comes first. */
export async function tray(scope: Scope, first: number, after: string | null): Promise<Connection<Signing>> {
  const [since, id] = decodeCursor(after, 2) ?? ['-infinity', NIL];
  const rows = await scope.rows<Omit<Signing, 'link'>>(
    `select w.* from (${waitingFor(scope)}) w where (w.since, w.id) > ($3::timestamptz, $4::uuid)
     order by w.since, w.id limit ${pageBucket(pageSize(first))}`,
    [scope.county, eyesOf(scope.rights), since, id],
  );
  const linked = rows.map((row) => ({ ...row, link: SIGNING_KINDS[row.kind].link(row.id) }));
  return connection(linked, first, (row) => [row.since.toISOString(), row.id]);
}
