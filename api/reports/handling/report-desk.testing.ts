import { ask } from '../../digests/digest.testing.ts';
import { type Account, type Fixture, idOf } from '../../testing/fixture.ts';

const SHOWN =
  'id assignment { postId personName isGone isMine version } urge { text byName readAt againAt } viewerCanAssign viewerCanNote viewerCanUrge timeline { deed note actorName }';
export const LOOK = `query ($id: ID!) { report(id: $id) { ${SHOWN} } }`;
export const ASSIGN = `mutation ($id: ID!, $to: ID!, $version: Int!) { assignReport(id: $id, to: $to, version: $version) { ${SHOWN} } }`;
export const UNASSIGN = `mutation ($id: ID!, $version: Int!) { unassignReport(id: $id, version: $version) { ${SHOWN} } }`;
export const ASSIGN_MANY =
  'mutation ($ids: [ID!]!, $to: ID!) { assignReports(ids: $ids, to: $to) { id ok error { code unmet } } }';
export const NOTE = `mutation ($id: ID!, $text: String!) { noteOnReport(id: $id, text: $text) { ${SHOWN} } }`;
export const URGE =
  'mutation ($ids: [ID!]!, $text: String) { urgeReports(ids: $ids, text: $text) { id ok error { code message unmet } } }';
export const READ = `mutation ($id: ID!) { readUrge(id: $id) { ${SHOWN} } }`;
export const LIST =
  'query ($assigned: Assigned, $first: Int = 200) { reports(filter: { assigned: $assigned }, first: $first) { edges { node { id assignment { personName isGone } urge { readAt } } } } trayCounts(filter: { assigned: $assigned }) { todo } }';

export const postOf = (account: Account) => idOf(`post/${account}`);
export const look = async (fixture: Fixture, account: Account, id: string) =>
  (await ask(fixture, account, LOOK, { id })).report;
export const deedsSeen = async (fixture: Fixture, account: Account, id: string) =>
  (await look(fixture, account, id)).timeline.map(({ deed }: any) => deed);
export const EVERYBODY: Account[] = [
  ...(['officer', 'head', 'clerk', 'clerk2', 'townLeader', 'otherClerk', 'county', 'director'] as const),
  ...(['leader', 'analyst', 'discipline', 'admin'] as const),
];
export const STATION: Account[] = ['clerk', 'clerk2', 'townLeader'];

/** Who hears of it: events as each of them may read them. */
export async function heard(fixture: Fixture, kind: string, id: string): Promise<Account[]> {
  const found: Account[] = [];
  for (const account of EVERYBODY) {
    const scope = fixture.scope(account);
    const rows = await scope.rows('select 1 from event where county_code = $1 and kind = $2 and subject_id = $3', [
      ...[scope.county, kind, id],
    ]);
    await scope.end('commit');
    if (rows.length) found.push(account);
  }
  return found;
}
