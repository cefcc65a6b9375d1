import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { answerOf } from './answers.ts';
import { type Account, idOf } from './fixture.ts';
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

/** Signs in as themselves and takes up the post that they stand in for. */
export async function standingIn(server: TestServer, account: Account, post: Account) {
  const token = await server.signIn(account);
  const ask = async (query: string, variables: Record<string, unknown> = {}) =>
    answerOf((await server.post({ query, variables }, { authorization: `Bearer ${token}` })).body);
  const choose = (id: string) => ask('mutation ($post: ID!) { choosePost(post: $post) { level } }', { post: id });
  return { token, ask, choose, chosen: await choose(idOf(`post/${post}`)) };
}
