import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { asking } from '../../testing/answers.ts';
import { type Account, COUNTY, type Fixture, idOf, startFixture, UNITS } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await fixture.admin.query('insert into person (county_code, id, name) values ($1, $2, $3)', [COUNTY, NEW, '新到任']);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.admin.query('delete from post where person_id = $1', [NEW]);
  await fixture.admin.query(`update post set capacity = 'PRINCIPAL', valid_to = null, version = 1 where id = $1`, [
    HEAD,
  ]);
});

const NEW = idOf('new here');
const HEAD = idOf('post/bureauHead');
const today = dayOf(new Date());
const FIELDS = 'id version role capacity validFrom validTo person { name } unit { code } timeline { deed actorName }';
const ADD = `mutation ($post: PostInput!) { addPost(post: $post) { ${FIELDS} } }`;
const SET = `mutation ($post: ID!, $version: Int!, $capacity: Capacity) { changeCapacity(post: $post, version: $version, capacity: $capacity) { ${FIELDS} } }`;
const END = `mutation ($post: ID!, $version: Int!, $on: Date!) { endPost(post: $post, version: $version, on: $on) { ${FIELDS} } }`;
const POSTS = `query ($code: ID!) { unit(code: $code) { name principal { name } posts { ${FIELDS} } endedPosts { id } } }`;

const wanted = (change: object = {}) => ({
  post: { person: NEW, unit: String(UNITS.water), role: 'TOWNSHIP_LEADER', validFrom: today, ...change },
});
const run = (account: Account, document: string, variables: Record<string, unknown>) =>
  asking(fixture)(account, document, variables);
const unitOf = (account: Account, unit: number) => run(account, POSTS, { code: String(unit) });

test('an administrator adds a post; the unit shows it, and its history says who did', async () => {
  expect(await run('admin', ADD, wanted({ capacity: 'IN_CHARGE' }))).toMatchObject({
    ...{ role: 'TOWNSHIP_LEADER', capacity: 'IN_CHARGE', person: { name: '新到任' }, validTo: null },
    timeline: [{ deed: 'addPost', actorName: '测试·admin' }],
  });
  const { posts, principal } = await unitOf('county', UNITS.water);
  expect(posts.map((post: any) => [post.person.name, post.capacity])).toEqual([
    ['测试·bureauHead', 'PRINCIPAL'],
    ['新到任', 'IN_CHARGE'],
    ['测试·bureau', null],
  ]);
  expect(principal).toEqual({ name: '测试·bureauHead' });
});

test('a second principal is refused with the name of the first, and of two at once one wins', async () => {
  const principal = wanted({ capacity: 'PRINCIPAL' });
  expect(await run('admin', ADD, principal)).toMatchObject({
    ...{ code: 'REFUSED', unmet: ['onePrincipal'] },
    message: expect.stringContaining('测试·bureauHead'),
  });
  await fixture.admin.query('update post set capacity = null where id = $1', [HEAD]);
  const both = await Promise.all([
    run('admin', ADD, principal),
    run('admin', SET, { post: HEAD, version: 1, capacity: 'PRINCIPAL' }),
  ]);
  expect(both.filter(({ id }) => id)).toHaveLength(1);
  expect(both.find(({ code }) => code)).toMatchObject({
    ...{ code: 'REFUSED', unmet: ['onePrincipal'] },
    message: expect.stringMatching(/新到任|bureauHead/),
  });
});

test('what an import puts there at the same moment is refused by the constraint, in words', async () => {
  await fixture.admin.query('update post set capacity = null where id = $1', [HEAD]);
  await fixture.admin.query('begin');
  await fixture.admin.query(`update post set capacity = 'PRINCIPAL' where id = $1`, [HEAD]);
  const waiting = run('admin', ADD, wanted({ capacity: 'PRINCIPAL' }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await fixture.admin.query('commit');
  expect(await waiting).toMatchObject({ unmet: ['onePrincipal'], message: expect.stringContaining('测试·bureauHead') });
});

test('a principal whose days overlap in the past alone is told what to do', async () => {
  const past = addDays(today, -10);
  await fixture.admin.query('update post set valid_to = $2 where id = $1', [HEAD, past]);
  const { id } = await run('admin', ADD, wanted({ validFrom: addDays(today, -30) }));
  expect(await run('admin', SET, { post: id, version: 1, capacity: 'PRINCIPAL' })).toMatchObject({
    ...{ unmet: ['onePrincipal'] },
    message: expect.stringContaining(past),
  });
});

test.each<[string, object, string]>([
  ['a capacity that the role cannot be', { role: 'TOWNSHIP_CLERK', capacity: 'PRINCIPAL' }, 'capacity'],
  ['a role of another level', { role: 'LEADER' }, 'role'],
  ['an officer, who has a code', { role: 'OFFICER' }, 'role'],
  ['the discipline desk', { role: 'DISCIPLINE_CLERK', unit: String(UNITS.county) }, 'role'],
  ['an administrator', { role: 'ADMIN', unit: String(UNITS.county) }, 'role'],
  ['an end before the beginning', { validTo: addDays(today, -1) }, 'validTo'],
  ['somebody of another county', { person: idOf('foreignClerk') }, 'person'],
  ['nobody', { person: 'x; drop table post' }, 'person'],
])('%s is refused at its field', async (_what, change, field) => {
  expect(await run('admin', ADD, wanted(change))).toMatchObject({ code: 'BAD_INPUT', field });
});

test('a unit of another county, and one that is none, are not found', async () => {
  for (const unit of [String(UNITS.otherTown), '12', 'x'.repeat(10_000)]) {
    expect(await run('admin', ADD, wanted({ unit }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await run('admin', POSTS, { code: unit })).toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('the same role twice, and a post for oneself, are refused', async () => {
  await run('admin', ADD, wanted());
  expect(await run('admin', ADD, wanted())).toMatchObject({ unmet: ['holdsIt'] });
  expect(await run('admin', ADD, wanted({ person: idOf('admin') }))).toMatchObject({ unmet: ['own'] });
});

test('a post ends on a day, once, and moves to those that have ended', async () => {
  const { id } = await run('admin', ADD, wanted({ validFrom: addDays(today, -5) }));
  const on = addDays(today, -1);
  expect(await run('admin', END, { post: id, version: 1, on: addDays(today, -6) })).toMatchObject({ field: 'on' });
  expect(await run('admin', END, { post: id, version: 1, on })).toMatchObject({ validTo: on, version: 2 });
  expect(await run('admin', END, { post: id, version: 1, on })).toMatchObject({ code: 'CONFLICT' });
  expect(await run('admin', END, { post: id, version: 2, on })).toMatchObject({ unmet: ['ended'] });
  const { posts, endedPosts } = await unitOf('admin', UNITS.water);
  expect(posts.map((post: any) => post.id)).not.toContain(id);
  expect(endedPosts.map((post: any) => post.id)).toEqual([id]);
});

test('nobody but an administrator does any of it, or looks persons up by name', async () => {
  for (const account of ['county', 'director', 'leader', 'clerk', 'bureauHead', 'analyst', 'discipline'] as const) {
    expect([account, await run(account, ADD, wanted())]).toMatchObject([account, { code: 'FORBIDDEN' }]);
    expect(await run(account, SET, { post: HEAD, version: 1, capacity: null })).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await run(account, 'query ($text: String!) { candidates(text: $text) { id } }', { text: '测' }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  const posts = [idOf('post/officer'), idOf('post/discipline'), idOf('post/foreignClerk'), 'x'];
  for (const post of posts)
    expect(await run('admin', END, { post, version: 1, on: today })).toMatchObject({ code: 'NOT_FOUND' });
});

test('candidates are found by a part of the name, in this county, with what they hold', async () => {
  const find = async (text: string) =>
    (
      await fixture.run<any>(
        'admin',
        'query ($text: String!) { candidates(text: $text) { name posts { role code unit { name } } } }',
        { text },
      )
    ).data?.candidates;
  expect(await find('bureauH')).toEqual([
    { name: '测试·bureauHead', posts: [{ role: 'TOWNSHIP_LEADER', code: null, unit: { name: '水利局' } }] },
  ]);
  expect((await find('otherOfficer'))[0].posts).toEqual([{ role: 'OFFICER', code: null, unit: { name: '榆树村' } }]);
  expect(await find('foreign')).toEqual([]);
  expect(await find('%')).toEqual([]);
  expect(await find(' ')).toBeUndefined();
});

test('a unit’s posts are read by whoever may read posts, and no officer’s code is among them', async () => {
  expect((await unitOf('county', UNITS.willow)).posts.map((post: any) => post.role)).toEqual(['VILLAGE_HEAD']);
  expect((await unitOf('clerk', UNITS.willow)).posts).toHaveLength(1);
  expect((await unitOf('clerk', UNITS.water)).posts).toEqual([]);
  expect((await unitOf('officer', UNITS.willow)).posts).toEqual([]);
});

test('units without a principal are counted and listed', async () => {
  const LIST =
    'query ($has: Boolean) { units(filter: { hasPrincipal: $has }) { totalCount edges { node { name } } } viewer { county { coverage { kind units withPrincipal } } } }';
  const { data } = await fixture.run<any>('admin', LIST, { has: true });
  expect(data.units).toEqual({ totalCount: 1, edges: [{ node: { name: '水利局' } }] });
  expect(data.viewer.county.coverage).toContainEqual({ kind: 'TOWNSHIP_STATION', units: 2, withPrincipal: 0 });
  expect((await fixture.run<any>('admin', LIST, { has: false })).data.units.totalCount).toBe(6);
  await fixture.admin.query('update post set valid_to = current_date - 1 where id = $1', [HEAD]);
  expect((await fixture.run<any>('admin', LIST, { has: true })).data.units.totalCount).toBe(0);
});

test('of each unit the newest two hundred ended posts come, however many another has', async () => {
  const end = (role: string, unit: number, count: number) =>
    fixture.admin.query(
      `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from, valid_to)
       select $1, gen_random_uuid(), $2, '新到任', $3, $4, $4, '2001-01-01', date '2010-01-01' + n from generate_series(1, $5::int) n`,
      [COUNTY, NEW, role, unit, count],
    );
  await end('TOWNSHIP_CLERK', UNITS.water, 201);
  await end('VILLAGE_HEAD', UNITS.willow, 1);
  const BOTH =
    'query ($one: ID!, $other: ID!) { one: unit(code: $one) { endedPosts { validTo } } other: unit(code: $other) { endedPosts { validTo } } }';
  const { data } = await fixture.run<any>('county', BOTH, { one: String(UNITS.water), other: String(UNITS.willow) });
  expect([data.one.endedPosts.length, data.one.endedPosts[0].validTo]).toEqual([200, '2010-07-21']);
  expect(data.other.endedPosts).toEqual([{ validTo: '2010-01-02' }]);
});
