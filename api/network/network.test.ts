import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, COUNTY, code, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

interface Named {
  code: string;
  name: string;
  fullName: string;
}
interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: {
    node: Named & {
      activeOfficers: number;
      isCovered: boolean;
      principal: { name: string } | null;
      area: { name: string; chief: { name: string } | null } | null;
    };
  }[];
}

const PLACES =
  'query ($filter: PlaceFilter, $first: Int! = 50, $after: String) { places(filter: $filter, first: $first, after: $after) { edges { node { code name fullName level parentCode initials } } pageInfo { hasNextPage endCursor } } }';
const UNITS_QUERY = `query ($filter: UnitFilter, $first: Int! = 50, $after: String) { units(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { code name kind parentCode activeOfficers isCovered principal { name } area { name chief { name } deputy { name } } } } } }`;
const codes = (result: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  result.errors?.map((error) => error.extensions.code);

async function places(account: Account, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await fixture.run<{ places: Page }>(account, PLACES, variables);
  if (!data) throw new Error(errors?.[0]?.message);
  return data.places;
}
async function units(
  account: Account,
  filter: Record<string, unknown> | null = null,
  page: Record<string, unknown> = {},
): Promise<Page> {
  const { data, errors } = await fixture.run<{ units: Page }>(account, UNITS_QUERY, { filter, ...page });
  if (!data) throw new Error(errors?.[0]?.message);
  return data.units;
}
const namesOf = (page: Page) => page.edges.map(({ node }) => node.name);
const unitOf = (page: Page, wanted: number) => page.edges.find(({ node }) => node.code === String(wanted))?.node;

test.each([
  ['its name', '柳林'],
  ['its pinyin', 'liulin'],
  ['its initials in capitals', 'LLC'],
  ['township and village', '东关 柳'],
])('a place is found by %s', async (_, text) => {
  expect((await places('officer', { filter: { text } })).edges.map(({ node }) => node.fullName)).toEqual([
    '东关镇 柳林村',
  ]);
});

test('places are listed under a parent, by level, page after page, and a closed one is not listed', async () => {
  await fixture.admin.query(
    `insert into place (county_code, code, name, full_name, level, parent_code, pinyin, initials, valid_from, valid_to)
     values ($1, $2, '旧村', '东关镇 旧村', 'VILLAGE', $3, 'jiucun', 'jc', '2020-01-01', current_date - 1)`,
    [COUNTY, code(COUNTY, 101, 299), UNITS.east],
  );
  expect(namesOf(await places('officer', { filter: { parentCode: String(UNITS.east) } }))).toEqual([
    '柳林村',
    '杨树村',
  ]);
  const first = await places('officer', { filter: { level: 'VILLAGE' }, first: 2 });
  const second = await places('officer', { filter: { level: 'VILLAGE' }, first: 2, after: first.pageInfo.endCursor });
  expect([...namesOf(first), ...namesOf(second)]).toEqual(['柳林村', '杨树村', '榆树村']);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
});

test('what begins with the text comes first, whatever its code', async () => {
  await fixture.admin.query(
    `insert into place (county_code, code, name, full_name, level, parent_code, pinyin, initials, valid_from)
     values ($1, $2, '小榆树', '东关镇 小榆树', 'VILLAGE', $3, 'xiaoyushu', 'xys', '2020-01-01')`,
    [COUNTY, code(COUNTY, 101, 210), UNITS.east],
  );
  expect(namesOf(await places('officer', { filter: { text: 'yushu' } }))).toEqual(['榆树村', '小榆树']);
  const first = await places('officer', { filter: { text: 'yushu' }, first: 1 });
  expect(
    namesOf(await places('officer', { filter: { text: 'yushu' }, first: 1, after: first.pageInfo.endCursor })),
  ).toEqual(['小榆树']);
});

test('the county sees which units have an officer, and the coverage of the network adds up', async () => {
  const all = await units('county');
  expect(all.totalCount).toBe(7);
  expect(unitOf(all, UNITS.willow)).toMatchObject({ activeOfficers: 2, isCovered: true });
  expect(unitOf(all, UNITS.east)).toMatchObject({ activeOfficers: 3, isCovered: true });
  expect(unitOf(all, UNITS.county)).toMatchObject({ activeOfficers: 4 });
  expect(unitOf(all, UNITS.water)).toMatchObject({ activeOfficers: 0, isCovered: false });
  expect(namesOf(await units('county', { isCovered: false }))).toEqual(['水利局']);
  expect((await units('county', { isCovered: true, kind: 'VILLAGE_ROOM' })).totalCount).toBe(3);
  const { data } = await fixture.run<{ viewer: { county: { code: string; coverage: unknown[] } } }>(
    'analyst',
    '{ viewer { county { code coverage { kind units covered } } } }',
  );
  expect(data?.viewer.county).toEqual({
    code: String(COUNTY),
    coverage: [
      { kind: 'DEPARTMENT', units: 1, covered: 0 },
      { kind: 'TOWNSHIP_STATION', units: 2, covered: 2 },
      { kind: 'VILLAGE_ROOM', units: 3, covered: 3 },
    ],
  });
});

test('a township lists its own part of the network, and so does its coverage', async () => {
  expect(namesOf(await units('clerk'))).toEqual(['东关镇', '柳林村', '杨树村']);
  expect(unitOf(await units('clerk'), UNITS.east)).toMatchObject({ activeOfficers: 3 });
  const { data } = await fixture.run<{ viewer: { county: { coverage: unknown[] } } }>(
    'clerk',
    '{ viewer { county { coverage { kind units covered } } } }',
  );
  expect(data?.viewer.county.coverage).toEqual([
    { kind: 'TOWNSHIP_STATION', units: 1, covered: 1 },
    { kind: 'VILLAGE_ROOM', units: 2, covered: 2 },
  ]);
  expect(namesOf(await units('head'))).toEqual(['柳林村']);
});

test('an officer whose post has ended covers nothing', async () => {
  await fixture.admin.query('update post set valid_to = current_date - 1 where id = $1', [idOf('post/otherOfficer')]);
  expect(unitOf(await units('county'), UNITS.elm)).toMatchObject({ activeOfficers: 0, isCovered: false });
  await fixture.admin.query('update post set valid_to = null where id = $1', [idOf('post/otherOfficer')]);
});

test('a unit shows its principal and its area with chief; the township knows the names of its own posts only', async () => {
  await fixture.admin.query(
    'insert into area (county_code, id, township_code, name, chief_id, deputy_id) values ($1, $2, $3, $4, $5, $6)',
    [...[COUNTY, idOf('area'), UNITS.east, '东片', idOf('clerk'), idOf('admin')]],
  );
  await fixture.admin.query('update unit set area_id = $2 where code = $1', [UNITS.willow, idOf('area')]);
  await fixture.admin.query(`update post set capacity = 'PRINCIPAL' where id = $1`, [idOf('post/head')]);
  const asCounty = unitOf(await units('county'), UNITS.willow);
  expect(asCounty).toMatchObject({
    principal: { name: '测试·head' },
    area: { name: '东片', chief: { name: '测试·clerk' }, deputy: { name: '测试·admin' } },
  });
  const asTownship = unitOf(await units('clerk'), UNITS.willow);
  expect(asTownship).toMatchObject({
    principal: { name: '测试·head' },
    area: { chief: { name: '测试·clerk' }, deputy: null },
  });
});

test('a stranger reads no place', async () => {
  expect(codes(await fixture.run(null, PLACES))).toEqual(['UNAUTHENTICATED']);
});

test('portfolios come with leader, heading and topics', async () => {
  const { data } = await fixture.run<{ portfolios: unknown[] }>(
    'county',
    '{ portfolios { name heading leader { id name } topicCodes position } }',
  );
  expect(data?.portfolios).toEqual([
    {
      name: '农业农村',
      heading: '分管农业农村',
      leader: { id: idOf('leader'), name: '测试·leader' },
      topicCodes: ['WATER'],
      position: 0,
    },
    {
      name: '城乡建设',
      heading: '分管城乡建设',
      leader: { id: idOf('leader2'), name: '测试·leader2' },
      topicCodes: ['ROAD'],
      position: 1,
    },
  ]);
});

test('the number of statements does not grow with the rows', async () => {
  const OVERVIEW =
    '{ viewer { county { coverage { kind } figures { reports } } } portfolios { topicCodes leader { name } } terms(kind: TOPIC) { code } }';
  const spent = async () => {
    const before = fixture.database.statements;
    await units('county', null, { first: 200 });
    await places('county', { first: 200 });
    await fixture.run('county', OVERVIEW);
    return fixture.database.statements - before;
  };
  await spent(); // that a session was seen is noted once in a while
  const few = await spent();
  for (let village = 300; village < 340; village++) {
    const wanted = [COUNTY, code(COUNTY, 102, village), `榆林${village}村`, UNITS.west];
    await fixture.admin.query(
      `insert into place (county_code, code, name, full_name, level, parent_code, pinyin, initials, valid_from) values ($1, $2, $3, $3, 'VILLAGE', $4, '', '', '2020-01-01')`,
      wanted,
    );
    await fixture.admin.query(
      `insert into unit (county_code, code, name, kind, parent_code, area_id) values ($1, $2, $3, 'VILLAGE_ROOM', $4, $5)`,
      [...wanted, idOf('area')],
    );
  }
  expect(await spent()).toBe(few);
});

test('one unit or place is read by its code, also when it was dissolved, and another county’s is as good as absent', async () => {
  const ONE = 'query ($code: ID!) { unit(code: $code) { name isActive } place(code: $code) { name isActive } }';
  const village = String(UNITS.poplar);
  const shown = async (account: Account) => (await fixture.run<any>(account, ONE, { code: village })).data;
  const standing = { unit: { name: '杨树村', isActive: true }, place: { name: '杨树村', isActive: true } };
  for (const account of ['county', 'clerk', 'otherClerk', 'officer'] as const)
    expect(await shown(account)).toMatchObject(standing);
  await fixture.admin.query('update unit set is_active = false where code = $1', [village]);
  await fixture.admin.query(`update place set valid_to = app.today() - 1 where code = $1`, [village]);
  expect(await shown('clerk')).toMatchObject({ unit: { isActive: false }, place: { isActive: false } });
  expect(await units('county', { parentCode: String(UNITS.east) })).toMatchObject({ totalCount: 1 });
  await fixture.admin.query('update unit set is_active = true where code = $1', [village]);
  await fixture.admin.query(`update place set valid_to = null where code = $1`, [village]);
  for (const strange of [String(UNITS.otherVillage), '', '12', '9'.repeat(15), `${village}; drop table unit`])
    for (const field of ['unit', 'place'])
      expect(
        codes(
          await fixture.run<any>('county', `query ($code: ID!) { ${field}(code: $code) { name } }`, { code: strange }),
        ),
      ).toEqual(['NOT_FOUND']);
});
