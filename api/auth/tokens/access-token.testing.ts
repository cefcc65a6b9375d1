import { TOKEN_SCOPES, type TokenScope } from '@lxq/schema/access-tokens.ts';
import type { Account, Fixture } from '../../testing/fixture.ts';
import { askSocket, type TestServer } from '../../testing/server.ts';

/* How tests make tokens, and how programs ask with them. */
export const CREATE =
  'mutation ($name: String!, $scopes: [TokenScope!]!, $on: Date) { createToken(name: $name, scopes: $scopes, expiresOn: $on) { secret token { id name prefix scopes expiresOn usedOn state post { role } } } }';
export const REVOKE = 'mutation ($id: ID!) { revokeToken(id: $id) { id state } }';
export const TOKENS = '{ tokens { id name prefix scopes expiresOn usedOn state } }';
export const REPORTS = '{ reports(first: 5) { edges { node { id unit { name } } } } }';
export const COUNTS = '{ trayCounts { todo } }';

export const asking = (server: TestServer, token: string) => async (query: string, variables?: object) =>
  (await server.post({ query, variables }, { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' })).body;
export const codeOf = (body: any) => body.errors?.[0].extensions.code ?? 'OK';

export async function made(
  fixture: Fixture,
  account: Account,
  scopes: readonly TokenScope[] = TOKEN_SCOPES,
  on?: string,
) {
  const { data, errors } = await fixture.run<any>(account, CREATE, { name: '统计程序', scopes, on });
  if (errors) throw errors[0];
  return data.createToken as { secret: string; token: { id: string; prefix: string } };
}
/** The same over a socket of the client library. */
export async function bySocket(
  server: TestServer,
  token: string,
  { query, variables }: { query: string; variables?: Record<string, unknown> },
) {
  const client = server.socket(token);
  const answer = await askSocket(client, query, variables);
  await client.dispose();
  return answer;
}
