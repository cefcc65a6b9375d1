import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { reportFrame } from '../../reports/report-change.resolver.ts';
import { type Account, type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { askedOf } from './audience.ts';
import { decode, type Position } from './event.read.ts';
import { asked, CHANGES, ear, here, newHub, until } from './hub.testing.ts';
import { Pages } from './pages.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('listeners with other variables or another operation of a document get their own frames', async () => {
  const start = await here(fixture, 'county');
  const id = await submitted(fixture, 'officer');
  const hub = newHub(fixture);
  const query = `subscription A($after: Cursor, $full: Boolean!) { changes(after: $after) { reportId report @include(if: $full) { id } } }
    subscription B($after: Cursor) { changes(after: $after) { kind } }`;
  const first = async (variables: Record<string, unknown>, operation: string) => {
    const one = ear();
    await hub.subscribe(asked(fixture, 'county', query, { after: start, ...variables }, operation), one);
    await until(() => one.seen.length > 0);
    hub.leave(one);
    return one.seen[0].payload.data.changes;
  };
  expect([await first({ full: false }, 'A'), await first({ full: true }, 'A'), await first({}, 'B')]).toEqual([
    { reportId: id },
    { reportId: id, report: { id } },
    { kind: 'REPORT_SUBMITTED' },
  ]);
});

test('listeners of one audience share what is sent to them, under whatever id they asked', async () => {
  const hub = newHub(fixture);
  const ears = ['1', '1', '二', '"'.repeat(9)].map((id) => ear(id));
  for (const one of ears) await hub.subscribe(asked(fixture, 'clerk', CHANGES, {}), one);
  let executed = 0;
  const execute = (hub as any).pages.execute.bind((hub as any).pages);
  (hub as any).pages.execute = (...args: unknown[]) => {
    executed++;
    return execute(...args);
  };
  const ids = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  hub.tick();
  await until(() => ears.every((one) => one.seen.length === 2));
  for (const one of ears)
    expect(one.seen.map(({ id, type, payload }) => [id, type, payload.data.changes.reportId])).toEqual(
      ids.map((report) => [one.id, 'next', report]),
    );
  expect([executed, ears[0]?.frames[0] === ears[1]?.frames[0], ears[0]?.frames.length]).toEqual([1, true, 1]);
  for (const one of ears) hub.leave(one);
});

test('what of a report is shared reads the same to everybody with the same rights, its author included', async () => {
  const hub = newHub(fixture);
  const fields = `{ ${[...reportFrame.impersonal].join(' ')} }`;
  const document = `subscription ($after: Cursor) { changes(after: $after) { cursor report ${fields} } }`;
  const pairs: [Account, Account][] = [
    ['clerk', 'clerk2'],
    ['county', 'county2'],
    ['leader', 'leader2'],
  ];
  for (const [one, other] of pairs) {
    const start = await here(fixture, one);
    for (const line of ['LINE', 'DIRECT', 'SEALED'])
      for (const author of ['clerk', 'officer'] as const) await submitted(fixture, author, { line });
    await fixture.run('county', 'mutation { openDigest { id } }');
    const alone = async (account: Account) => {
      const lone = ear();
      await hub.subscribe(asked(fixture, account, document, { after: start }), lone);
      const last = await submitted(fixture, 'officer');
      hub.tick();
      await until(() => lone.seen.some(({ payload }) => payload.data.changes.report?.id === last));
      hub.leave(lone);
      expect(lone.seen.some(({ payload }) => payload.errors)).toBe(false);
      return lone.seen.map(({ payload }) => payload.data.changes).slice(0, -1);
    };
    const first = await alone(one);
    expect((await alone(other)).slice(0, first.length)).toEqual(first);
    expect(first.length).toBeGreaterThan(1);
  }
});

/** [what a document asks of a report, whether two clerks of one station are served at once] */
const SHARED: [string, boolean][] = [
  ['id no excerpt', true],
  ['__typename id', true],
  ['id reporter { name }', false],
  ['id viewerCanTriage', false],
  ['id timeline { actorName }', false],
  ['id ...rest', false],
  ['id ... on Report { no }', false],
];
test.each(SHARED)('a document that asks { %s } is executed once for two clerks: %s', async (fields, isShared) => {
  const hub = newHub(fixture);
  const rest = fields.includes('...rest') ? 'fragment rest on Report { no }' : '';
  const document = `subscription { changes { cursor report { ${fields} } } } ${rest}`;
  const ears = { clerk: ear(), clerk2: ear() };
  for (const account of ['clerk', 'clerk2'] as const)
    await hub.subscribe(asked(fixture, account, document, {}), ears[account]);
  expect((ears.clerk as any).audience === (ears.clerk2 as any).audience).toBe(isShared);
  for (const one of Object.values(ears)) hub.leave(one);
});

test.each<[Account, string]>([
  ['leader', 'cursor kind digestId'],
  ['county', 'cursor report { id no }'],
])(
  'what %s hears is read from the log alone, by as many statements for one event as for two hundred',
  async (account, fields) => {
    const start = await here(fixture, account);
    const { n, epoch } = decode(start) as Position;
    const document = `subscription { changes { ${fields} } }`;
    const { asked: audience } = askedOf(asked(fixture, account, document, {}) as never);
    const pages = new Pages(fixture.database, pino({ level: 'silent' }));
    const counted = async () => {
      const before = fixture.database.statements;
      const page = await pages.after(n, { ...audience, county: { epoch } } as never, fixture.rights(account));
      return [page.payloads.length, fixture.database.statements - before];
    };
    const tell = (count: number) =>
      fixture.admin.query(
        `insert into event (county_code, id, unit_code, kind, at, subject, subject_id, about, ears)
       select $1::int, gen_random_uuid(), $1::int * 1000000000::bigint, 'DIGEST_READ', now(), 'DIGEST', gen_random_uuid(), '{}', 'READERS' from generate_series(1, $2::int)`,
        [fixture.rights(account).countyCode, count],
      );
    await tell(1);
    const [one, few] = await counted();
    await tell(199);
    expect([one, await counted()]).toEqual([1, [200, few]]);
    expect(few).toBeLessThanOrEqual(fields.includes('report') ? 4 : 2);
    const scope = fixture.scope(account);
    const plan = JSON.stringify(
      await scope.rows(
        'explain (format json) select e.* from event e where e.county_code = $1 and e.n > $2 order by e.n limit 500',
        [scope.county, n],
      ),
    );
    await scope.end('commit');
    expect([...plan.matchAll(/"Relation Name":\s*"(\w+)"/g)].map(([, table]) => table)).toEqual(['event']);
  },
);
