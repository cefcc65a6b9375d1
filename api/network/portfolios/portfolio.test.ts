import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { ask, open, refusal, triaged } from '../../digests/digest.testing.ts';
import { type Account, COUNTY, type Fixture, idOf, startFixture } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const WATER = idOf('portfolio/water');
const ROAD = idOf('portfolio/road');
const SAVE =
  'mutation ($portfolio: PortfolioInput!) { savePortfolio(portfolio: $portfolio) { id name heading leader { id name } topicCodes position } }';
const REMOVE = 'mutation ($id: ID!) { removePortfolio(id: $id) { id topicCodes } }';
const LIST = '{ portfolios { id name leader { name } topicCodes position } }';
const COUNTY_SAVE =
  'mutation ($cycle: DigestCycle!, $office: String!) { saveCounty(digestCycle: $cycle, officeName: $office) { code digestCycle officeName } }';

interface Listed {
  id: string;
  name: string;
  leader: { name: string };
  topicCodes: string[];
  position: number;
}
const list = async (account: Account = 'county'): Promise<Listed[]> => (await ask(fixture, account, LIST)).portfolios;
const topicsOf = async (id: string) => (await list()).find((one) => one.id === id)?.topicCodes;
const input = (changes: Record<string, unknown> = {}) => ({
  name: '生态环境',
  leader: idOf('leader'),
  topicCodes: ['LOOSE'],
  ...changes,
});
const save = async (changes: Record<string, unknown> = {}, account: Account = 'county') =>
  (await ask(fixture, account, SAVE, { portfolio: input(changes) })).savePortfolio;
const noted = async (subject: string) =>
  (
    await fixture.admin.query(
      'select deed, actor_role, note, detail from audit where subject = $1 and subject_id is not null order by at',
      [subject],
    )
  ).rows;

/** The county as it was seeded, apart from the audit. */
beforeEach(async () => {
  await fixture.admin.query('delete from portfolio_topic');
  await fixture.admin.query('delete from portfolio where id <> all($1)', [[WATER, ROAD]]);
  await fixture.admin.query('update portfolio set is_active = true');
  await fixture.admin.query('insert into portfolio_topic values ($1, $2, $3), ($1, $4, $5)', [
    ...[COUNTY, 'WATER', WATER, 'ROAD', ROAD],
  ]);
});

test('the leaders to choose from are those whose leader’s post is in force', async () => {
  const names = async () =>
    (await ask(fixture, 'admin', '{ leaders { id name } }')).leaders.map((one: { name: string }) => one.name);
  expect(await names()).toEqual(['测试·leader', '测试·leader2']);
  await fixture.admin.query('update post set valid_to = current_date - 1 where id = $1', [idOf('post/leader2')]);
  expect(await names()).toEqual(['测试·leader']);
  expect(await refusal(fixture, 'county', SAVE, { portfolio: input({ leader: idOf('leader2') }) })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'leader',
  });
  await fixture.admin.query('update post set valid_to = null where id = $1', [idOf('post/leader2')]);
  await fixture.admin.query('update person set is_active = false where id = $1', [idOf('leader2')]);
  expect(await names()).toEqual(['测试·leader']);
  await fixture.admin.query('update person set is_active = true where id = $1', [idOf('leader2')]);
});

test('a new portfolio comes last, and everybody of the county reads it', async () => {
  const made = await save({ name: ' 生态环境 ' });
  expect(made).toMatchObject({
    name: '生态环境',
    heading: '分管生态环境',
    leader: { id: idOf('leader'), name: '测试·leader' },
    topicCodes: ['LOOSE'],
  });
  expect((await list('officer')).map(({ name }) => name)).toEqual(['农业农村', '城乡建设', '生态环境']);
  const first = await save({ id: made.id, position: 0, name: '环境', leader: idOf('leader2') }, 'admin');
  expect(first).toMatchObject({ id: made.id, name: '环境', leader: { name: '测试·leader2' }, position: 0 });
});

test('a topic stands in one portfolio: it leaves the one it stood in, and the audit says so', async () => {
  const made = await save({ topicCodes: ['LOOSE', 'WATER', 'WATER'] });
  expect([made.topicCodes, await topicsOf(WATER), await topicsOf(ROAD)]).toEqual([['LOOSE', 'WATER'], [], ['ROAD']]);
  expect((await noted('PORTFOLIO')).at(-1)).toMatchObject({
    deed: 'save',
    actor_role: 'COUNTY_CLERK',
    note: '生态环境',
    detail: {
      before: null,
      after: { name: '生态环境', topicCodes: ['LOOSE', 'WATER'] },
      moved: [{ topic: 'WATER', from: WATER, fromName: '农业农村' }],
    },
  });
  await save({ id: made.id, topicCodes: ['WATER'] });
  expect(await topicsOf(made.id)).toEqual(['WATER']);
  expect((await noted('PORTFOLIO')).at(-1)?.detail).toMatchObject({
    before: { topicCodes: ['LOOSE', 'WATER'] },
    after: { topicCodes: ['WATER'] },
    moved: [],
  });
});

test('an urgent report of a topic reaches the leader who has it in charge now', async () => {
  const inCharge = async () => {
    const scope = fixture.scope('clerk');
    const rows = await scope.rows<{ id: string }>('select * from app.leaders_named($1)', ['LOOSE']);
    await scope.end('rollback');
    return rows.map(({ id }) => id);
  };
  expect(await inCharge()).not.toEqual([idOf('leader')]);
  await save();
  expect(await inCharge()).toEqual([idOf('leader')]);
});

test('a topic that was closed stays where it stands, but comes into no other portfolio', async () => {
  await fixture.admin.query(`update term set is_active = false where code = 'WATER'`);
  const kept = { id: WATER, name: '农业农村', topicCodes: ['WATER', 'LOOSE'] };
  expect((await save(kept)).topicCodes).toEqual(['LOOSE', 'WATER']);
  expect(await refusal(fixture, 'county', SAVE, { portfolio: input({ topicCodes: ['WATER'] }) })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'topicCodes',
  });
  await fixture.admin.query(`update term set is_active = true where code = 'WATER'`);
});

test.each<[string, Record<string, unknown>, string]>([
  ['a name of one character', { name: ' 水 ' }, 'name'],
  ['a name of 61 characters', { name: '水'.repeat(61) }, 'name'],
  ['the name of another', { name: '城乡建设' }, 'name'],
  ['a leader who is a clerk', { leader: idOf('clerk') }, 'leader'],
  ['a leader who is nobody', { leader: uuid() }, 'leader'],
  ['a leader who is no id', { leader: 'somebody' }, 'leader'],
  ['a topic that is none', { topicCodes: ['WATER', 'NOWHERE'] }, 'topicCodes'],
  ['a source for a topic', { topicCodes: ['VISIT'] }, 'topicCodes'],
  ['a place before the first', { position: -1 }, 'position'],
  ['a place out of range', { position: 10_000 }, 'position'],
])('a portfolio with %s is refused, and the field is named', async (_, changes, field) => {
  const before = await list();
  expect(await refusal(fixture, 'county', SAVE, { portfolio: input(changes) })).toMatchObject({
    code: 'BAD_INPUT',
    field,
  });
  expect(await list()).toEqual(before);
});

test.each<Account>(['clerk', 'analyst', 'leader', 'director', 'discipline', 'officer'])(
  '%s may neither divide the work nor set up the county',
  async (account) => {
    const codes = await Promise.all([
      refusal(fixture, account, SAVE, { portfolio: input() }),
      refusal(fixture, account, REMOVE, { id: WATER }),
      refusal(fixture, account, COUNTY_SAVE, { cycle: 'WEEK', office: '某某办公室' }),
      refusal(fixture, account, '{ leaders { id } }'),
    ]);
    expect(codes.map(({ code }) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  },
);

test('a clerk of another county finds no portfolio of this one', async () => {
  const portfolio = input({ id: WATER, topicCodes: [] });
  expect(await refusal(fixture, 'foreignClerk', SAVE, { portfolio })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(fixture, 'foreignClerk', REMOVE, { id: WATER })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a portfolio goes only when no issue that is not out yet has items under it; issued items keep it', async () => {
  const report = await triaged(fixture);
  const { id } = await open(fixture);
  await ask(
    fixture,
    'county',
    'mutation ($id: ID!, $reports: [ID!]!) { gatherReports(digest: $id, reports: $reports) { id } }',
    {
      id,
      reports: [report],
    },
  );
  // The administrator, too, who sees neither the issue nor its items.
  for (const account of ['county', 'admin'] as const)
    expect(await refusal(fixture, account, REMOVE, { id: WATER })).toMatchObject({
      code: 'REFUSED',
      unmet: ['itemsRemain'],
    });
  await fixture.admin.query('update digest set no = 1, year = 2026, cum_no = 1 where id = $1', [id]);
  expect((await ask(fixture, 'admin', REMOVE, { id: WATER })).removePortfolio).toEqual({ id: WATER, topicCodes: [] });
  expect((await list()).map((one) => one.id)).toEqual([ROAD]);
  const { digest } = await ask(
    fixture,
    'county',
    'query ($id: ID!) { digest(id: $id) { items { portfolio { id } } } }',
    {
      id,
    },
  );
  expect(digest.items).toEqual([{ portfolio: { id: WATER } }]);
  expect((await noted('PORTFOLIO')).at(-1)).toMatchObject({
    deed: 'remove',
    actor_role: 'ADMIN',
    note: '农业农村',
    detail: { before: { name: '农业农村', topicCodes: ['WATER'] }, after: null },
  });
  expect(await refusal(fixture, 'county', REMOVE, { id: WATER })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(fixture, 'county', SAVE, { portfolio: input({ id: WATER }) })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('the county’s cycle and office name are kept, audited, and hold for the next issue', async () => {
  const wanted = { cycle: 'WEEK', office: ' 中共清禾县委办公室 ' };
  expect((await ask(fixture, 'admin', COUNTY_SAVE, wanted)).saveCounty).toEqual({
    code: String(COUNTY),
    digestCycle: 'WEEK',
    officeName: '中共清禾县委办公室',
  });
  expect((await ask(fixture, 'officer', '{ viewer { county { digestCycle } } }')).viewer.county.digestCycle).toBe(
    'WEEK',
  );
  expect((await ask(fixture, 'foreignClerk', '{ viewer { county { digestCycle } } }')).viewer.county.digestCycle).toBe(
    'TEN_DAYS',
  );
  expect(await noted('COUNTY')).toMatchObject([
    {
      deed: 'save',
      actor_role: 'ADMIN',
      detail: { before: { digestCycle: 'TEN_DAYS' }, after: { digestCycle: 'WEEK' } },
    },
  ]);
  expect(await refusal(fixture, 'county', COUNTY_SAVE, { cycle: 'WEEK', office: ' 办 ' })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'officeName',
  });
});
