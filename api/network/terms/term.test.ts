import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, startFixture } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SAVE = 'mutation ($term: TermInput!) { saveTerm(term: $term) { code name parentCode isActive position } }';

test('the county clerk edits a dictionary; each change stands in the audit, and reports keep their entry', async () => {
  const term = { kind: 'TOPIC', code: 'WELL', name: '机井', nameEn: 'Wells', parentCode: 'WATER', position: 5 };
  const added = await fixture.run<{ saveTerm: unknown }>('county', SAVE, { term });
  expect(added.data?.saveTerm).toEqual({
    code: 'WELL',
    name: '机井',
    parentCode: 'WATER',
    isActive: true,
    position: 5,
  });
  await fixture.run('admin', SAVE, { term: { ...term, name: '机井灌溉', isActive: false } });
  const { data } = await fixture.run<any>('officer', '{ terms(kind: TOPIC) { code name isActive } }');
  expect(data.terms.find((one: any) => one.code === 'WELL')).toEqual({
    code: 'WELL',
    name: '机井灌溉',
    isActive: false,
  });
  const { rows } = await fixture.admin.query(
    `select deed, actor_role, detail->'before'->>'name' as was, detail->'after'->>'name' as is from audit where subject = 'TERM' order by at`,
  );
  expect(rows).toEqual([
    { deed: 'save', actor_role: 'COUNTY_CLERK', was: null, is: '机井' },
    { deed: 'save', actor_role: 'ADMIN', was: '机井', is: '机井灌溉' },
  ]);
});

test.each([
  ['a parent that is not there', { code: 'X1', parentCode: 'NOWHERE' }, 'parentCode'],
  ['itself as parent', { code: 'ROAD', parentCode: 'ROAD' }, 'parentCode'],
  ['a parent although it has entries below it', { code: 'WATER', parentCode: 'ROAD' }, 'parentCode'],
  ['a code with spaces', { code: 'a b', parentCode: null }, 'code'],
  ['no name', { code: 'X2', name: ' ', parentCode: null }, 'name'],
  ['a code that is another’s already', { code: 'ROAD', isNew: true }, 'code'],
])('an entry with %s is refused', async (_, changes, field) => {
  const term = { kind: 'TOPIC', name: '名称', nameEn: 'Name', ...changes };
  const result = await fixture.run('county', SAVE, { term });
  expect(result.errors?.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([['BAD_INPUT', field]]);
});

test('of two who add the same new code at once one is refused, and the other’s entry stands', async () => {
  const entry = (name: string) => ({ term: { kind: 'TOPIC', code: 'TWICE', isNew: true, name, nameEn: name } });
  const both = await Promise.all([
    fixture.run('admin', SAVE, entry('甲方条目')),
    fixture.run('county', SAVE, entry('乙方条目')),
  ]);
  expect(both.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.field) ?? [])).toEqual(['code']);
  const { rows } = await fixture.admin.query(`select name from term where code = 'TWICE'`);
  expect(rows).toEqual([{ name: both[0]?.errors ? '乙方条目' : '甲方条目' }]);
});

test.each<Account>(['clerk', 'analyst', 'leader', 'director', 'discipline', 'officer'])(
  '%s may not edit a dictionary',
  async (account) => {
    const term = { kind: 'TOPIC', code: 'X', name: '名称', nameEn: 'Name' };
    const { errors } = await fixture.run(account, SAVE, { term });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  },
);

test('a topic carries tags across the branches; few, short, each once', async () => {
  const SAVE = 'mutation ($term: TermInput!) { saveTerm(term: $term) { tags } }';
  const term = (tags: string[]) => ({ kind: 'TOPIC', code: 'ROAD', name: '道路', nameEn: 'ROAD', tags });
  const saved = await fixture.run<any>('admin', SAVE, { term: term(['四难', ' 四难 ', '民生工程']) });
  expect(saved.data.saveTerm.tags).toEqual(['四难', '民生工程']);
  const read = await fixture.run<any>('officer', '{ terms(kind: TOPIC) { code tags } }');
  expect(read.data.terms.find(({ code }: any) => code === 'ROAD').tags).toEqual(['四难', '民生工程']);
  for (const tags of [['一二三四五六七八九十一二三'], ['1', '2', '3', '4', '5', '6', '7']]) {
    const { errors } = await fixture.run('admin', SAVE, { term: term(tags) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'tags' });
  }
});
