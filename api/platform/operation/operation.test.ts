import { expect, jest, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { pino } from 'pino';
import type { Scope } from '../scope/scope.ts';
import { runOperation } from './operation.ts';

const schema = buildSchema('type Query { now: Int } type Mutation { submit: Int }');

/** An operation whose transaction cannot be ended because of `error`. */
function failingAtTheEnd(error: Error, document: string) {
  const scope = {
    caller: { language: 'en' },
    confirm: async () => {},
    end: () => Promise.reject(error),
  } as unknown as Scope;
  return runOperation(
    { schema, document: parse(document), rootValue: { submit: 1, now: 1 } },
    scope,
    pino({ level: 'silent' }),
  );
}

test.each(['57P01', '57P03', 'ECONNREFUSED'])(
  'a commit that the database is too busy recovering for (%s) is worth trying again',
  async (code) => {
    const { data, errors } = await failingAtTheEnd(Object.assign(new Error('gone'), { code }), 'mutation { submit }');
    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BUSY', retryAfter: 2 }]);
  },
);

test('a commit that fails for a reason of our own is masked, and its answer withheld', async () => {
  const { data, errors } = await failingAtTheEnd(new Error('secret inside'), 'mutation { submit }');
  expect(data).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
  expect(errors?.[0]?.message).not.toContain('secret');
});

test('every operation that runs is told to the watchdog, also one whose document is known by now', async () => {
  const document = parse('query Known { now }');
  const noted = jest.spyOn(Atomics, 'add');
  for (let i = 0; i < 2; i++) {
    const scope = { caller: { language: 'en' }, confirm: async () => {}, end: async () => {} } as unknown as Scope;
    await runOperation({ schema, document, rootValue: { now: 1 } }, scope, pino({ level: 'silent' }));
  }
  expect(noted.mock.calls.map(([, at, by]) => [at, by])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  noted.mockRestore();
});
