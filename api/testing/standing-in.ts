import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { type Account, type Fixture, idOf } from './fixture.ts';
import type { TestServer } from './server.ts';

/* Who stands in for whom, as tests of several nouns say it. */
export const today = dayOf(new Date());
export const NAME_STAND_IN = `mutation ($standIn: StandInInput!) { nameStandIn(standIn: $standIn) { id version validFrom validTo reason endedAt person { name } } }`;
export const standIn = (post: Account, person: Account, change: object = {}) => ({
  standIn: {
    ...{ post: idOf(`post/${post}`), person: idOf(person) },
    ...{ validFrom: today, validTo: addDays(today, 10), reason: '外出学习' },
    ...change,
  },
});

export type Answer = Record<string, any>;
/** What its one field answers, or what it was refused with. */
export const answerOf = ({ data, errors }: any): Answer => {
  const { code, unmet, field } = errors?.[0]?.extensions ?? {};
  return { ...(data && Object.values(data)[0]), ...(errors && { code, unmet, field, message: errors[0].message }) };
};
export const asking =
  (fixture: Fixture) =>
  async (account: Account, document: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
    answerOf(await fixture.run(account, document, variables));

/** Signs in as themselves and takes up the post that they stand in for. */
export async function standingIn(server: TestServer, account: Account, post: Account) {
  const token = await server.signIn(account);
  const ask = async (query: string, variables: Record<string, unknown> = {}) =>
    answerOf((await server.post({ query, variables }, { authorization: `Bearer ${token}` })).body);
  const choose = (id: string) => ask('mutation ($post: ID!) { choosePost(post: $post) { level } }', { post: id });
  return { token, ask, choose, chosen: await choose(idOf(`post/${post}`)) };
}
