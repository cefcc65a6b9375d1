import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../digests/digest.testing.ts';
import { EVERYBODY, STATION } from '../reports/handling/report-desk.testing.ts';
import { type Account, COUNTY, type Fixture, idOf, rightsOf, startFixture, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
afterEach(() => fixture.admin.query('delete from saved_view'));

const WHOLE = 'id name screen filter sort isShared isOwn makerName version viewerCanChange faults { field code name }';
const SAVE = `mutation ($view: SavedViewInput!) { saveView(view: $view) { ${WHOLE} } }`;
const by = (deed: string) =>
  `mutation ($id: ID!, $version: Int!) { ${deed}View(id: $id, version: $version) { ${WHOLE} } }`;
const RESTORE = `mutation ($id: ID!) { restoreView(id: $id) { ${WHOLE} } }`;
const view = (changes = {}) => ({
  screen: 'DESK',
  name: '本镇饮水',
  reports: { tray: 'TODO', topics: ['WATER'] },
  ...changes,
});
const saved = async (account: Account, changes = {}) =>
  (await ask(fixture, account, SAVE, { view: view(changes) })).saveView;
const seen = async (account: Account, screen = 'DESK') =>
  (await ask(fixture, account, `query ($screen: ListScreen!) { savedViews(screen: $screen) { ${WHOLE} } }`, { screen }))
    .savedViews;
const shared = async (account: Account, changes = {}) =>
  (await ask(fixture, account, by('share'), await saved(account, changes))).shareView;

test('a view keeps what the list was narrowed to and its order, for whoever made it', async () => {
  const { id } = await saved('clerk', { name: '  本镇饮水 ', sort: 'DUE_FIRST' });
  const kept = { name: '本镇饮水', filter: { tray: 'TODO', topics: ['WATER'] }, sort: 'DUE_FIRST', isShared: false };
  expect(await seen('clerk')).toMatchObject([{ id, ...kept, isOwn: true, viewerCanChange: true, faults: [] }]);
  for (const other of ['clerk2', 'townLeader', 'county', 'director'] as const) expect(await seen(other)).toEqual([]);
  expect(await seen('clerk', 'SEARCH')).toEqual([]);
});

test('what a station shares is seen there and nowhere else; of the county each desk has its own', async () => {
  await shared('clerk');
  await shared('county', { name: '县办视图' });
  await shared('discipline', { name: '纪检视图', reports: { topics: ['CONDUCT'] } });
  await shared('analyst', { screen: 'ANALYST', name: '分析视图', reports: {} });
  const names = async (account: Account, screen?: string) => (await seen(account, screen)).map(({ name }: any) => name);
  expect(await names('clerk2')).toEqual(['本镇饮水']);
  expect(await names('otherClerk')).toEqual([]);
  expect(await names('bureau')).toEqual([]);
  expect(await names('county2')).toEqual(['县办视图']);
  expect(await names('director')).toEqual(['县办视图']);
  expect(await names('discipline')).toEqual(['纪检视图']);
  expect(await names('director', 'ANALYST')).toEqual([]);
  expect(await names('foreignClerk')).toEqual([]);
});

test('only its maker and the head of the desk change what is shared, and a stranger finds nothing', async () => {
  const { id, version } = await shared('clerk');
  expect(await seen('clerk2')).toMatchObject([{ id, isOwn: false, viewerCanChange: false, makerName: '测试·clerk' }]);
  const change = { view: view({ id, version, name: '改名' }) };
  expect(await refusal(fixture, 'clerk2', SAVE, change)).toMatchObject({ code: 'REFUSED', unmet: ['maker'] });
  for (const deed of ['unshare', 'remove'])
    expect(await refusal(fixture, 'clerk2', by(deed), { id, version })).toMatchObject({ unmet: ['maker'] });
  for (const stranger of ['otherClerk', 'county', 'foreignClerk'] as const)
    expect(await refusal(fixture, stranger, SAVE, change)).toMatchObject({ code: 'NOT_FOUND' });
  expect((await ask(fixture, 'townLeader', SAVE, change)).saveView).toMatchObject({
    name: '改名',
    makerName: '测试·clerk',
  });
});

test('of two who change one view the second is told who was first, and loses nothing', async () => {
  const { id, version } = await shared('clerk');
  await ask(fixture, 'townLeader', SAVE, { view: view({ id, version, reports: { tray: 'DOING' } }) });
  const late = await refusal(fixture, 'clerk', SAVE, { view: view({ id, version, name: '另一个' }) });
  expect(late).toMatchObject({ code: 'CONFLICT', version: version + 1 });
  expect(late.message).toContain('测试·townLeader');
  expect(await seen('clerk')).toMatchObject([{ filter: { tray: 'DOING' }, name: '本镇饮水' }]);
  const both = await Promise.all([1, 2].map(() => fixture.run('clerk', by('unshare'), { id, version: version + 1 })));
  expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
});

test('a removed view comes back as it was, for a day and for whoever removed it', async () => {
  const { id, version } = await shared('clerk');
  const removed = (await ask(fixture, 'townLeader', by('remove'), { id, version })).removeView;
  expect(await seen('clerk2')).toEqual([]);
  expect(await refusal(fixture, 'clerk', by('remove'), { id, version: removed.version })).toMatchObject({
    code: 'NOT_FOUND',
  });
  await ask(fixture, 'townLeader', RESTORE, { id });
  expect(await seen('clerk2')).toMatchObject([{ id, isShared: true }]);
  const again = await saved('clerk', { name: '旧的' });
  await ask(fixture, 'clerk', by('remove'), again);
  await fixture.admin.query(`update saved_view set removed_at = now() - interval '25 hours' where id = $1`, [again.id]);
  await saved('clerk', { name: '新的' });
  expect(await refusal(fixture, 'clerk', RESTORE, { id: again.id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a name has 1 to 20 characters and stands once; a filter is what its list takes', async () => {
  const refused = async (changes: object) => (await refusal(fixture, 'clerk', SAVE, { view: view(changes) })).field;
  await saved('clerk', { name: '视'.repeat(20) });
  expect(await refused({ name: '视'.repeat(21) })).toBe('name');
  expect(await refused({ name: ' 　' })).toBe('name');
  expect(await refused({ name: '视'.repeat(20) })).toBe('name');
  expect(await refused({ reports: { under: '12' } })).toBe('under');
  expect(await refused({ reports: { states: ['LOST'] } })).toBe('states');
  expect(await refused({ reports: { submittedFrom: '2026-02-31' } })).toBe('submittedFrom');
  expect(await refused({ reports: { tray: 'DONE' }, sort: 'DUE_FIRST' })).toBe('sort');
  const many = Array.from({ length: 501 }, (_, i) => `T${i}`);
  expect(await refused({ reports: { topics: many } })).toBe('topics');
});

test('a view stays on its screen, and on one that the post opens', async () => {
  const { id, version } = await saved('county');
  const moved = { view: view({ id, version, screen: 'SEARCH' }) };
  expect(await refusal(fixture, 'county', SAVE, moved)).toMatchObject({ code: 'BAD_INPUT', field: 'screen' });
  expect(await refusal(fixture, 'clerk', SAVE, { view: view({ screen: 'ANALYST' }) })).toMatchObject({
    code: 'FORBIDDEN',
  });
  for (const account of ['officer', 'head', 'admin'] as const)
    expect(await refusal(fixture, account, SAVE, { view: view() })).toMatchObject({ code: 'FORBIDDEN' });
});

const many = (account: Account, count: number, isShared: boolean) => {
  const { personId, unitCode } = rightsOf(account);
  return fixture.admin.query(
    `insert into saved_view (county_code, id, unit_code, desk, person_id, maker_name, screen, name, filter, is_shared)
     select $1, gen_random_uuid(), $2, $3, $4, '', 'DESK', 'v' || n, '{}', $5 from generate_series(1, $6::int) n`,
    [COUNTY, unitCode, unitCode === UNITS.county ? 'COUNTY' : 'TOWNSHIP', personId, isShared, count],
  );
};

test('somebody keeps fifty at most, and so does a desk, also when two come at once', async () => {
  await many('clerk', 48, false);
  const names = ['甲', '乙', '丙', '丁'];
  const answers = await Promise.all(names.map((name) => fixture.run('clerk', SAVE, { view: view({ name }) })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(2);
  await many('clerk2', 50, true);
  const { id, version } = (await seen('clerk')).find(({ isOwn }: any) => isOwn);
  expect(await refusal(fixture, 'clerk', by('share'), { id, version })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'views',
  });
});

test('a view with a topic out of use or a place that was dissolved opens, and says what no longer holds', async () => {
  await fixture.admin.query(
    `update term set is_active = false where county_code = $1 and kind = 'TOPIC' and code = 'ROAD'`,
    [COUNTY],
  );
  await fixture.admin.query(`update place set valid_to = '2020-01-01' where code = $1`, [UNITS.poplar]);
  await saved('clerk', {
    reports: { topics: ['WATER', 'ROAD', 'NEVER'], sources: ['VISIT'], under: String(UNITS.poplar) },
  });
  const [{ faults }] = await seen('clerk');
  expect(faults).toEqual([
    { field: 'topics', code: 'ROAD', name: expect.any(String) },
    { field: 'topics', code: 'NEVER', name: null },
    { field: 'under', code: String(UNITS.poplar), name: expect.any(String) },
  ]);
  await fixture.admin.query('update term set is_active = true; update place set valid_to = null');
});

test('a view by a marker that its desk has removed says so', async () => {
  const ADD = 'mutation { addMarker(word: "汛期", colour: BLUE) { id } }';
  const { id: marker } = (await ask(fixture, 'clerk', ADD)).addMarker;
  await saved('clerk', { reports: { marker } });
  expect((await seen('clerk'))[0].faults).toEqual([]);
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { removeMarker(id: $id) }', { id: marker });
  expect((await seen('clerk'))[0].faults).toEqual([{ field: 'marker', code: marker, name: null }]);
});

test('fifty views cost as many statements as one', async () => {
  const cost = async () => {
    const before = fixture.database.statements;
    await seen('county');
    return fixture.database.statements - before;
  };
  await saved('county');
  const one = await cost();
  await many('county2', 49, true);
  await fixture.admin.query(`update saved_view set filter = '{"topics":["GONE"]}'`);
  expect(await cost()).toBe(one);
});

test('what somebody keeps for themselves leaves no line in the audit, what a desk shares does', async () => {
  const lines = async () =>
    (await fixture.admin.query(`select deed, actor_id from audit where subject = 'VIEW' order by at`)).rows;
  await fixture.admin.query('set session_replication_role = replica');
  await fixture.admin.query(`delete from audit where subject = 'VIEW'`);
  await fixture.admin.query('set session_replication_role = origin');
  const { id, version } = await saved('clerk');
  const renamed = (await ask(fixture, 'clerk', SAVE, { view: view({ id, version, name: '改名' }) })).saveView;
  expect(await lines()).toEqual([]);
  await ask(fixture, 'clerk', by('share'), renamed);
  expect(await lines()).toEqual([{ deed: 'saveView', actor_id: idOf('clerk') }]);
});

test('the history of what a desk shares is that desk’s alone', async () => {
  const readers = async (account: Account, changes = {}) => {
    const { id } = await shared(account, changes);
    const found: Account[] = [];
    for (const reader of EVERYBODY) {
      const scope = fixture.scope(reader);
      const lines = await scope.rows('select 1 from audit where county_code = $1 and subject_id = $2', [COUNTY, id]);
      await scope.end('commit');
      if (lines.length) found.push(reader);
    }
    return found;
  };
  expect(await readers('clerk')).toEqual(STATION);
  expect(await readers('county')).toEqual(['county', 'director']);
  expect(await readers('discipline')).toEqual(['discipline']);
  expect(await readers('analyst', { screen: 'ANALYST' })).toEqual([]);
});

test('in SQL nobody plants a view on another desk or in another’s name', async () => {
  const plant = async (account: Account, person: string, unit: number, desk: string) => {
    const scope = fixture.scope(account);
    try {
      return await scope.rows(
        `insert into saved_view (county_code, id, unit_code, desk, person_id, maker_name, screen, name, filter, is_shared)
         values ($1, gen_random_uuid(), $2, $3, $4, '', 'DESK', 'x', '{}', true)`,
        [COUNTY, unit, desk, person],
      );
    } finally {
      await scope.end('rollback');
    }
  };
  const denied = expect.objectContaining({ code: '42501' });
  await expect(plant('clerk', idOf('clerk2'), UNITS.east, 'TOWNSHIP')).rejects.toEqual(denied);
  await expect(plant('clerk', idOf('clerk'), UNITS.west, 'TOWNSHIP')).rejects.toEqual(denied);
  await expect(plant('county', idOf('county'), UNITS.county, 'DISCIPLINE')).rejects.toEqual(denied);
  await plant('county', idOf('county'), UNITS.county, 'COUNTY');
});
