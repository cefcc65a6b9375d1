import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { Subject } from 'rxjs';
import { newestLink } from './newest.ts';

const WHOLE = gql`query Whole { case(id: "1") { id version state } }`;
const LIST = gql`query List { cases { id version state } }`;
const CLOSE = gql`mutation Close { closeCase(id: "1") { id version state } }`;
const row = (version: number, state: string, id = '1') => ({ __typename: 'Case', id, version, state });

/** A client whose server answers when it is told to, in any order. */
function opened() {
  const asked: { name: string; answer: (data: Record<string, unknown>) => void }[] = [];
  const server = new ApolloLink((operation) => {
    const answers = new Subject<ApolloLink.Result>();
    const answer = (data: Record<string, unknown>) => {
      answers.next({ data });
      answers.complete();
    };
    asked.push({ name: operation.operationName ?? '', answer });
    return answers;
  });
  const newest = newestLink();
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([newest.link, server]),
    defaultOptions: { query: { fetchPolicy: 'network-only' } },
  });
  const kept = () =>
    client.readFragment<{ state: string }>({ id: 'Case:1', fragment: gql`fragment Kept on Case { state }` })?.state;
  return { client, asked, kept, forget: newest.forget };
}
const turn = () => new Promise((then) => setTimeout(then));

test('what was asked before a deed and is answered after it is asked again, and never shown', async () => {
  const { client, asked, kept } = opened();
  const shown: unknown[] = [];
  client.watchQuery({ query: LIST }).subscribe(({ data }) => data && shown.push(data));
  const closed = client.mutate({ mutation: CLOSE });
  await turn();
  const [list, close] = asked;
  close?.answer({ closeCase: row(2, 'CLOSED') });
  await closed;
  list?.answer({ cases: [row(7, 'OPEN', '2'), row(1, 'OPEN')] });
  await turn();
  expect(asked.map(({ name }) => name)).toEqual(['List', 'Close', 'List']);
  expect(kept()).toBe('CLOSED');
  expect(shown).toEqual([]);
  asked[2]?.answer({ cases: [row(7, 'OPEN', '2'), row(2, 'CLOSED')] });
  await turn();
  expect(shown).toMatchObject([{ cases: [{ state: 'OPEN' }, { state: 'CLOSED' }] }]);
  expect(asked).toHaveLength(3);
});

test('the same version, and a later one, is taken at once', async () => {
  const { client, asked, kept } = opened();
  for (const one of [row(1, 'OPEN'), row(1, 'OPEN'), row(4, 'CLOSED')]) {
    const whole = client.query({ query: WHOLE });
    await turn();
    asked.at(-1)?.answer({ case: one });
    await whole;
  }
  expect(asked).toHaveLength(3);
  expect(kept()).toBe('CLOSED');
});

test('an answer that stays behind is taken in the end, and nothing is remembered of whoever left', async () => {
  const { client, asked, kept, forget } = opened();
  const closed = client.mutate({ mutation: CLOSE });
  await turn();
  asked[0]?.answer({ closeCase: row(9, 'CLOSED') });
  await closed;
  const whole = client.query({ query: WHOLE });
  for (const times of [1, 2, 3]) {
    await turn();
    expect(asked).toHaveLength(1 + times);
    asked.at(-1)?.answer({ case: row(8, `as read ${times}`) });
  }
  await whole;
  expect(kept()).toBe('as read 3');
  forget();
  const other = client.query({ query: WHOLE });
  await turn();
  asked.at(-1)?.answer({ case: row(1, 'OPEN') });
  await other;
  expect(kept()).toBe('OPEN');
  expect(asked).toHaveLength(5);
});
