import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { REPORT_COLUMNS } from '@lxq/schema/preferences/preference.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
afterEach(() => fixture.admin.query('delete from preference; delete from saved_view'));

const SHOWN = 'screen columns density sort sequence firstView { id filter sort }';
const SAVE = `mutation ($screen: ListScreen! = DESK, $preference: PreferenceInput!) { savePreference(screen: $screen, preference: $preference) { ${SHOWN} } }`;
const save = async (account: Account, preference: object, screen = 'DESK') =>
  (await ask(fixture, account, SAVE, { preference, screen })).savePreference;
const arrive = async (account: Account) =>
  (await ask(fixture, account, `{ viewer { county { name } preferences { ${SHOWN} } } }`)).viewer.preferences;
const refused = async (account: Account, preference: object, screen = 'DESK') => {
  const { code, field } = await refusal(fixture, account, SAVE, { preference, screen });
  return field ?? code;
};

test('how somebody arranged a list comes with them, wherever they come in, and with nobody else', async () => {
  expect(await arrive('clerk')).toEqual([]);
  const columns = ['NO', 'STATE', 'EXCERPT'];
  await save('clerk', { columns, density: 'CLOSE' });
  await save('clerk', { columns: ['NO'] }, 'SEARCH');
  const desk = { screen: 'DESK', columns, density: 'CLOSE', sort: 'NEWEST', sequence: [], firstView: null };
  expect(await arrive('clerk')).toEqual(expect.arrayContaining([desk, expect.objectContaining({ screen: 'SEARCH' })]));
  for (const other of ['clerk2', 'county', 'officer', 'head'] as const) expect(await arrive(other)).toEqual([]);
});

test('coming in costs no statement more for it', async () => {
  const cost = async (document: string, account: Account) => {
    const { statements, waits } = fixture.database;
    await ask(fixture, account, document);
    return [fixture.database.statements - statements, fixture.database.waits - waits];
  };
  await save('clerk', { density: 'CLOSE' });
  for (const account of ['clerk', 'county', 'leader', 'officer'] as const) {
    // That a device was seen is noted once in a while, beside what follows.
    await ask(fixture, account, '{ viewer { county { name } } }');
    const bare = await cost('{ viewer { county { name } } cursor }', account);
    expect(await cost(`{ viewer { county { name } preferences { ${SHOWN} } } cursor }`, account)).toEqual(bare);
  }
});

test('what is left out stays, null is as everybody has it, and two machines at once do not undo each other', async () => {
  await Promise.all([save('clerk', { density: 'CLOSE' }), save('clerk', { columns: ['NO', 'EXCERPT'] })]);
  expect(await save('clerk', { sort: 'DUE_FIRST' })).toMatchObject({
    ...{ density: 'CLOSE', columns: ['NO', 'EXCERPT'], sort: 'DUE_FIRST' },
  });
  const reset = await save('clerk', { columns: null, density: null, sort: null });
  expect(reset).toMatchObject({ columns: REPORT_COLUMNS, density: 'ROOMY', sort: 'NEWEST' });
});

test('a list is arranged to what it knows, by whoever has it', async () => {
  expect(await refused('clerk', { columns: ['EXCERPT'] })).toBe('columns');
  expect(await refused('clerk', { columns: ['NO', 'SECRET'] })).toBe('columns');
  expect(await refused('clerk', { density: 'TINY' })).toBe('density');
  expect(await refused('clerk', { sort: 'DUE_FIRST' }, 'SEARCH')).toBe('sort');
  expect(await refused('clerk', { sequence: ['no id'] })).toBe('sequence');
  expect(await refused('clerk', { density: 'CLOSE' }, 'ANALYST')).toBe('FORBIDDEN');
  for (const account of ['officer', 'head', 'admin'] as const)
    expect(await refused(account, { density: 'CLOSE' })).toBe('FORBIDDEN');
});

test('what was kept and is known no more is not read', async () => {
  await save('clerk', { density: 'CLOSE' });
  await fixture.admin.query(
    `update preference set kept = '{"columns": ["NO", "GONE", "EXCERPT", 7], "density": "OLD", "sort": {}, "sequence": "x"}'`,
  );
  expect(await arrive('clerk')).toMatchObject([
    { columns: ['NO', 'EXCERPT'], density: 'ROOMY', sort: 'NEWEST', sequence: [] },
  ]);
});

test('the first view comes along with what it holds now, and not once it is gone from sight', async () => {
  const KEEP = `mutation ($view: SavedViewInput!) { saveView(view: $view) { id version } }`;
  const view = { screen: 'DESK', name: '先看', reports: { tray: 'OVERDUE' } };
  const kept = (await ask(fixture, 'clerk', KEEP, { view })).saveView;
  expect(await refused('clerk2', { firstView: kept.id })).toBe('NOT_FOUND');
  expect(await refused('clerk', { firstView: kept.id }, 'SEARCH')).toBe('NOT_FOUND');
  await save('clerk', { firstView: kept.id });
  await save('clerk', { density: 'CLOSE' });
  expect(await arrive('clerk')).toMatchObject([{ firstView: { id: kept.id, filter: { tray: 'OVERDUE' } } }]);
  await ask(
    fixture,
    'clerk',
    `mutation ($id: ID!, $version: Int!) { removeView(id: $id, version: $version) { id } }`,
    kept,
  );
  expect(await arrive('clerk')).toMatchObject([{ firstView: null, density: 'CLOSE' }]);
  expect(await save('clerk', { firstView: null })).toMatchObject({ firstView: null });
});
