import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, idOf, POSTS, startFixture, submitted, UNITS } from '../../testing/fixture.ts';
import { decode, encode, eventsAfter, type Position } from './event.read.ts';
import { asked, CHANGES, ear, here, newHub, until } from './hub.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('who leaves while still catching up is forgotten', async () => {
  const start = await here(fixture, 'county');
  const hub = newHub(fixture);
  const [staying, leaving, late] = [ear(), ear(), ear()];
  await hub.subscribe(asked(fixture, 'county', CHANGES, {}), staying);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked(fixture, 'county', CHANGES, { after: start }), leaving);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked(fixture, 'county', CHANGES, { after: start }), late);
  for (const one of [late, leaving, staying]) hub.leave(one);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([(hub as any).counties.size, (hub.sessions as any).known.size]).toEqual([0, 0]); // private, and what it keeps is the point
});

test('a resync that fails leaves nobody behind', async () => {
  const hub = newHub(fixture);
  (hub as any).pages.execute = () => Promise.reject(new Error('the database is away'));
  await expect(hub.subscribe(asked(fixture, 'county', CHANGES, { after: 'elsewhere.1' }), ear())).rejects.toThrow(
    'away',
  );
  expect([(hub as any).counties.size, (hub.sessions as any).known.size]).toEqual([0, 0]);
});

test('everybody hears of just what row security shows them, whoever else is told first', async () => {
  const start = await here(fixture, 'county');
  const hub = newHub(fixture);
  const accounts = (Object.keys(POSTS) as Account[]).filter((account) => POSTS[account][0] !== 'ADMIN');
  const ears = new Map(accounts.map((account) => [account, ear()]));
  for (const [account, one] of ears) await hub.subscribe(asked(fixture, account, CHANGES, {}), one);
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

test('a listener ahead of its audience gets only what it does not have', async () => {
  const hub = newHub(fixture);
  const [early, late] = [ear(), ear()];
  await hub.subscribe(asked(fixture, 'clerk', CHANGES, {}), early);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked(fixture, 'clerk', CHANGES, {}), late); // from here on, though the audience has yet to look
  const id = await submitted(fixture, 'officer');
  hub.tick();
  await until(() => late.seen.length > 0 && early.seen.length > 1);
  expect([early.seen.length, late.seen.map(({ payload }) => payload.data.changes.reportId)]).toEqual([2, [id]]);
  for (const one of [early, late]) hub.leave(one);
});

test('a crowd looks at once, without waiting for what is asked meanwhile, and hears everything once', async () => {
  const hub = newHub(fixture);
  const wake = () => {
    (hub as any).hurry(); // what a NOTIFY does
    hub.tick();
  };
  const crowd = Array.from({ length: 60 }, () => ear());
  for (const one of crowd) await hub.subscribe(asked(fixture, 'clerk', CHANGES, {}), one);
  const ids: string[] = [];
  for (let i = 0; i < 8; i++) {
    ids.push(await submitted(fixture, 'officer'));
    for (let many = 0; many <= i % 3; many++) wake();
  }
  (hub as any).tick = () => {}; // nobody tells whom the last one concerns
  ids.push(await submitted(fixture, 'officer'));
  await until(() => {
    (hub as any).hurry(); // in vain while they still look at what came before
    return crowd.every((one) => one.seen.length === ids.length);
  });
  for (const one of crowd) {
    expect(one.seen.map(({ payload }) => payload.data.changes.reportId)).toEqual(ids);
    hub.leave(one);
  }
});

test('a replay waits for who cannot take more, and goes on where it was', async () => {
  const start = await here(fixture, 'clerk');
  const id = await submitted(fixture, 'officer');
  const hub = newHub(fixture);
  const [full, free] = [ear(), ear()];
  full.outlet.isFull = true;
  for (const one of [full, free]) await hub.subscribe(asked(fixture, 'clerk', CHANGES, { after: start }), one);
  await until(() => free.seen.length === 1);
  expect(full.seen).toEqual([]);
  full.outlet.isFull = false;
  hub.tick();
  await until(() => full.seen.length === 1);
  expect(full.seen[0].payload.data.changes.reportId).toBe(id);
  for (const one of [full, free]) hub.leave(one);
});

test('whose session has another post of the same role and unit by now begins anew, and hears', async () => {
  const hub = newHub(fixture);
  const [before, after] = [ear(), ear()];
  await hub.subscribe(asked(fixture, 'clerk', CHANGES, {}), before);
  const args = asked(fixture, 'clerk', CHANGES, {});
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
  const hub = newHub(fixture);
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
    const args = asked(fixture, account, CHANGES, {});
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
  const hub = newHub(fixture);
  const [before, after] = [ear(), ear()];
  await hub.subscribe(asked(fixture, 'foreignClerk', CHANGES, {}), before);
  const kept = await here(fixture, 'foreignClerk');
  await fixture.admin.query(`update event_counter set epoch = 'restored' where county_code = 990102`);
  hub.tick();
  await until(() => before.outlet.fell !== '');
  expect(before.outlet.fell).toBe('HISTORY_CHANGED');
  await hub.subscribe(asked(fixture, 'foreignClerk', CHANGES, { after: kept }), after);
  expect(after.seen[0].payload.data.changes.kind).toBe('RESYNC');
  hub.leave(after);
});
