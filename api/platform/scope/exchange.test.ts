import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, manyReports, startFixture } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await manyReports(fixture, 'officer', 30);
});
afterAll(() => fixture.close());

const STATEMENTS: [string, unknown[]][] = [
  ['select id, content, submitted_at, line from report where county_code = $1 order by id', [990101]],
  ['select count(*)::int as n, max(submitted_at) as newest from report where state = any($1::text[])', [['SUBMITTED']]],
  [
    'select code, name, valid_from from place where code = any($1::bigint[]) order by code',
    [[990101101201, 990101101202]],
  ],
  ['select $1::text as nothing, $2::jsonb as something, $3::uuid as id', [null, '{"a": [1]}', fixed()]],
  ['select n from generate_series(1, $1) n', [3_000]],
  ['select 1 as one where false', []],
];
function fixed() {
  return '01990000-0000-7000-8000-000000000001';
}

async function read(account: Account, isReadOnly: boolean) {
  const scope = fixture.scope(account);
  scope.isReadOnly = isReadOnly;
  try {
    return await Promise.all(STATEMENTS.map(([text, values]) => scope.rows(text, values)));
  } finally {
    await scope.end('commit');
  }
}

test.each(['officer', 'head', 'clerk', 'county', 'foreignClerk'] as const)(
  'what only reads gets the same rows in one exchange as between begin and commit, as %s',
  async (account) => {
    for (let time = 0; time < 3; time++) {
      const [quick, slow] = [await read(account, true), await read(account, false)];
      expect(quick).toEqual(slow);
      expect(quick[4]).toHaveLength(3_000);
    }
  },
);

test('a statement that fails in an exchange is told to whoever sent it, and the connection serves the next', async () => {
  for (const isReadOnly of [true, false]) {
    const scope = fixture.scope('county');
    scope.isReadOnly = isReadOnly;
    await expect(scope.rows('select 1 / $1::int as never', [0])).rejects.toMatchObject({ code: '22012' });
    await scope.end('rollback').catch(() => {});
  }
  expect(await read('county', true)).toEqual(await read('county', false));
});
