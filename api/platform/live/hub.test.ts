import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { pino } from 'pino';
import { reportFrame } from '../../reports/report-change.resolver.ts';
import { contract } from '../../schema.ts';
import { type Account, type Fixture, idOf, POSTS, startFixture, submitted, UNITS } from '../../testing/fixture.ts';
import { askedOf } from './audience.ts';
import { decode, encode, eventsAfter, type Position } from './event.read.ts';
import { Hub } from './hub.ts';
import { Pages } from './pages.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const CHANGES =
  'subscription ($after: Cursor, $kinds: [ChangeKind!]) { changes(after: $after, kinds: $kinds) { cursor kind reportId } }';
const here = async (account: Account) => (await fixture.run<any>(account, '{ cursor }')).data?.cursor as string;
async function until(met: () => boolean, ms = 5_000): Promise<void> {
  for (const end = Date.now() + ms; !met(); ) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const asked = (account: Account, query: string, variableValues: Record<string, unknown>, operationName?: string) => ({
  schema: contract(),
  document: parse(query),
  variableValues,
  operationName,
  contextValue: fixture.scope(account),
});

/** A listener without a socket: what it is sent, and why it fell out. */
function ear(id = '1') {
  const seen: any[] = [];
  const frames: Buffer[] = [];
  const outlet = {
    isFull: false,
    fell: '',
    deliver: (run: Buffer) => {
      frames.push(run);
      seen.push(...messagesIn(run));
    },
    fallOut: (reason: string) => {
      outlet.fell = reason;
    },
  };
  return { id, outlet, seen, frames, n: 0, session: null, audience: null, isGone: false };
}
/** The messages in a run of whole frames, as a socket would cut them apart. */
function* messagesIn(frames: Buffer): Iterable<any> {
  for (let at = 0; at < frames.length; ) {
    const short = frames[at + 1] as number;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    const length =
      short < 126 ? short : short === 126 ? frames.readUInt16BE(at + 2) : Number(frames.readBigUInt64BE(at + 2));
    yield JSON.parse(String(frames.subarray(start, start + length)));
    at = start + length;
  }
}
const newHub = () => new Hub(fixture.database, pino({ level: 'silent' }));

test('who leaves while still catching up is forgotten', async () => {
  const start = await here('county');
  const hub = newHub();
  const [staying, leaving, late] = [ear(), ear(), ear()];
  await hub.subscribe(asked('county', CHANGES, {}), staying);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked('county', CHANGES, { after: start }), leaving);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked('county', CHANGES, { after: start }), late);
  for (const one of [late, leaving, staying]) hub.leave(one);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([(hub as any).counties.size, (hub.sessions as any).known.size]).toEqual([0, 0]); // private, and what it keeps is the point
});

test('a resync that fails leaves nobody behind', async () => {
  const hub = newHub();
  (hub as any).pages.execute = () => Promise.reject(new Error('the database is away'));
  await expect(hub.subscribe(asked('county', CHANGES, { after: 'elsewhere.1' }), ear())).rejects.toThrow('away');
  expect([(hub as any).counties.size, (hub.sessions as any).known.size]).toEqual([0, 0]);
});

test('listeners with other variables or another operation of a document get their own frames', async () => {
  const start = await here('county');
  const id = await submitted(fixture, 'officer');
  const hub = newHub();
  const query = `subscription A($after: Cursor, $full: Boolean!) { changes(after: $after) { reportId report @include(if: $full) { id } } }
    subscription B($after: Cursor) { changes(after: $after) { kind } }`;
  const first = async (variables: Record<string, unknown>, operation: string) => {
    const one = ear();
    await hub.subscribe(asked('county', query, { after: start, ...variables }, operation), one);
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

test('everybody hears of just what row security shows them, whoever else is told first', async () => {
  const start = await here('county');
  const hub = newHub();
  const accounts = (Object.keys(POSTS) as Account[]).filter((account) => POSTS[account][0] !== 'ADMIN');
  const ears = new Map(accounts.map((account) => [account, ear()]));
  for (const [account, one] of ears) await hub.subscribe(asked(account, CHANGES, {}), one);
  for (const author of ['officer', 'poplarOfficer', 'otherOfficer', 'head', 'clerk', 'bureau'] as const)
    for (const line of ['LINE', 'DIRECT', 'SEALED']) await submitted(fixture, author, { line });
  await submitted(fixture, 'foreignOfficer');
  await fixture.run('county', 'mutation { openDigest { id } }');
  hub.tick();
  const last = await submitted(fixture, 'officer');
  hub.tick();
  await until(() => ears.get('county')?.seen.at(-1)?.payload.data.changes.reportId === last);
  await until(() => ears.get('foreignClerk')?.seen.length === 1);
  for (const [account, one] of ears) {
    const position = decode(account.startsWith('foreign') ? 'test.0' : start) as Position;
    const scope = fixture.scope(account);
    const { events: rows } = await eventsAfter(scope, position.n);
    await scope.end('commit');
    await until(() => one.seen.length >= rows.length);
    expect([account, one.seen.map(({ payload }) => payload.data.changes.cursor)]).toEqual([
      account,
      rows.map(({ n }) => encode({ ...position, n })),
    ]);
    hub.leave(one);
  }
});

test('listeners of one audience share what is sent to them, under whatever id they asked', async () => {
  const hub = newHub();
  const ears = ['1', '1', '二', '"'.repeat(9)].map((id) => ear(id));
  for (const one of ears) await hub.subscribe(asked('clerk', CHANGES, {}), one);
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

test('a listener ahead of its audience gets only what it does not have', async () => {
  const hub = newHub();
  const [early, late] = [ear(), ear()];
  await hub.subscribe(asked('clerk', CHANGES, {}), early);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked('clerk', CHANGES, {}), late); // from here on, though the audience has yet to look
  const id = await submitted(fixture, 'officer');
  hub.tick();
  await until(() => late.seen.length > 0 && early.seen.length > 1);
  expect([early.seen.length, late.seen.map(({ payload }) => payload.data.changes.reportId)]).toEqual([2, [id]]);
  for (const one of [early, late]) hub.leave(one);
});

test('a crowd looks at once, without waiting for what is asked meanwhile, and hears everything once', async () => {
  const hub = newHub();
  const wake = () => {
    (hub as any).hurry(); // what a NOTIFY does
    hub.tick();
  };
  const crowd = Array.from({ length: 60 }, () => ear());
  for (const one of crowd) await hub.subscribe(asked('clerk', CHANGES, {}), one);
  const ids: string[] = [];
  for (let i = 0; i < 8; i++) {
    ids.push(await submitted(fixture, 'officer'));
    for (let many = 0; many <= i % 3; many++) wake();
  }
  (hub as any).tick = () => {}; // nobody tells whom the last one concerns
  ids.push(await submitted(fixture, 'officer'));
  (hub as any).hurry();
  await until(() => crowd.every((one) => one.seen.length === ids.length));
  for (const one of crowd) {
    expect(one.seen.map(({ payload }) => payload.data.changes.reportId)).toEqual(ids);
    hub.leave(one);
  }
});

test('a replay waits for who cannot take more, and goes on where it was', async () => {
  const start = await here('clerk');
  const id = await submitted(fixture, 'officer');
  const hub = newHub();
  const [full, free] = [ear(), ear()];
  full.outlet.isFull = true;
  for (const one of [full, free]) await hub.subscribe(asked('clerk', CHANGES, { after: start }), one);
  await until(() => free.seen.length === 1);
  expect(full.seen).toEqual([]);
  full.outlet.isFull = false;
  hub.tick();
  await until(() => full.seen.length === 1);
  expect(full.seen[0].payload.data.changes.reportId).toBe(id);
  for (const one of [full, free]) hub.leave(one);
});

test('whose session has another post of the same role and unit by now begins anew, and hears', async () => {
  const hub = newHub();
  const [before, after] = [ear(), ear()];
  await hub.subscribe(asked('clerk', CHANGES, {}), before);
  const args = asked('clerk', CHANGES, {});
  const postId = idOf('post/clerk/again');
  await fixture.admin.query(
    `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from)
     select county_code, $1, person_id, person_name, role, unit_code, area_code, valid_from from post where id = $2`,
    [postId, fixture.rights('clerk').postId],
  );
  await fixture.admin.query(`update session set post_id = $1 where token_hash = 'clerk'`, [postId]);
  Object.assign(args.contextValue, { given: { ...fixture.rights('clerk'), postId } });
  await hub.subscribe(args, after);
  expect(before.outlet.fell).toBe('RIGHTS_CHANGED');
  await submitted(fixture, 'officer');
  hub.tick();
  await until(() => after.seen.length === 1);
  expect(before.seen).toEqual([]);
  hub.leave(after);
  await fixture.admin.query(`update session set post_id = $1 where token_hash = 'clerk'`, [
    fixture.rights('clerk').postId,
  ]);
});

test('an audience goes on under the session of another when that of the first has just ended, or its name is another', async () => {
  const hub = newHub();
  const [gone, renamed, stays] = [ear(), ear(), ear()];
  for (const [account, one] of [
    ['otherClerk', gone],
    ['clerk', renamed],
    ['clerk2', stays],
  ] as const) {
    if (account === 'otherClerk')
      await fixture.admin.query(`update post set unit_code = $1, area_code = $1 where id = $2`, [
        UNITS.east,
        fixture.rights(account).postId,
      ]);
    const args = asked(account, CHANGES, {});
    Object.assign(args.contextValue, {
      given: { ...fixture.rights(account), unitCode: UNITS.east, areaCode: UNITS.east },
    });
    await hub.subscribe(args, one);
  }
  await fixture.admin.query(`delete from session where token_hash = 'otherClerk'`);
  await fixture.admin.query(`update person set name = '测试·改名' where id = $1`, [fixture.rights('clerk').personId]);
  const id = await submitted(fixture, 'officer');
  hub.tick();
  await until(() => stays.seen.length === 1 && renamed.seen.length === 1);
  expect(stays.seen[0].payload.data.changes.reportId).toBe(id);
  expect([gone.seen, gone.outlet.fell, renamed.outlet.fell, stays.outlet.fell]).toEqual([
    [],
    'UNAUTHENTICATED',
    '',
    '',
  ]);
  for (const one of [renamed, stays]) hub.leave(one);
  await fixture.admin.query(`update person set name = $2 where id = $1`, [
    fixture.rights('clerk').personId,
    fixture.rights('clerk').personName,
  ]);
});

test('a county whose history is another’s lets everybody go, and they come back to a resync', async () => {
  const hub = newHub();
  const [before, after] = [ear(), ear()];
  await hub.subscribe(asked('foreignClerk', CHANGES, {}), before);
  const kept = await here('foreignClerk');
  await fixture.admin.query(`update event_counter set epoch = 'restored' where county_code = 990102`);
  hub.tick();
  await until(() => before.outlet.fell !== '');
  expect(before.outlet.fell).toBe('HISTORY_CHANGED');
  await hub.subscribe(asked('foreignClerk', CHANGES, { after: kept }), after);
  expect(after.seen[0].payload.data.changes.kind).toBe('RESYNC');
  hub.leave(after);
});

test('what of a report is shared reads the same to everybody with the same rights, its author included', async () => {
  const hub = newHub();
  const fields = `{ ${[...reportFrame.impersonal].join(' ')} }`;
  const document = `subscription ($after: Cursor) { changes(after: $after) { cursor report ${fields} } }`;
  const pairs: [Account, Account][] = [
    ['clerk', 'clerk2'],
    ['county', 'county2'],
    ['leader', 'leader2'],
  ];
  for (const [one, other] of pairs) {
    const start = await here(one);
    for (const line of ['LINE', 'DIRECT', 'SEALED'])
      for (const author of ['clerk', 'officer'] as const) await submitted(fixture, author, { line });
    await fixture.run('county', 'mutation { openDigest { id } }');
    const alone = async (account: Account) => {
      const lone = ear();
      await hub.subscribe(asked(account, document, { after: start }), lone);
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
  const hub = newHub();
  const rest = fields.includes('...rest') ? 'fragment rest on Report { no }' : '';
  const document = `subscription { changes { cursor report { ${fields} } } } ${rest}`;
  const ears = { clerk: ear(), clerk2: ear() };
  for (const account of ['clerk', 'clerk2'] as const) await hub.subscribe(asked(account, document, {}), ears[account]);
  expect((ears.clerk as any).audience === (ears.clerk2 as any).audience).toBe(isShared);
  for (const one of Object.values(ears)) hub.leave(one);
});

test.each<[Account, string]>([
  ['leader', 'cursor kind digestId'],
  ['county', 'cursor report { id no }'],
])(
  'what %s hears is read from the log alone, by as many statements for one event as for two hundred',
  async (account, fields) => {
    const start = await here(account);
    const { n, epoch } = decode(start) as Position;
    const document = `subscription { changes { ${fields} } }`;
    const { asked: audience } = askedOf(asked(account, document, {}) as never);
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
