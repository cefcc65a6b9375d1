import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayOf } from '@lxq/schema/calendar.ts';
import { type Block, linesOf } from '@lxq/schema/texts/paper.ts';
import { v7 } from 'uuid';
import { CENSURE_TEXT } from '../censures/censure.testing.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { orderText } from '../orders/order.testing.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import type { Paper } from './paper.entity.ts';
import { hashOf } from './paper.service.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const YEAR = dayOf(new Date()).slice(0, 4);
const DRAFT_ORDER =
  'mutation ($clientId: ID!, $order: OrderText!) { draftOrder(clientId: $clientId, order: $order) { id no } }';
const DRAFT_CENSURE =
  'mutation ($clientId: ID!, $censure: CensureText!) { draftCensure(clientId: $clientId, censure: $censure) { id } }';
const drafted = async (by: Account, changes: Record<string, unknown> = {}): Promise<{ id: string; no: string }> =>
  (await ask(fixture, by, DRAFT_ORDER, { clientId: v7(), order: orderText(changes) })).draftOrder;
const censured = async (changes: Record<string, unknown> = {}): Promise<string> =>
  (await ask(fixture, 'county', DRAFT_CENSURE, { clientId: v7(), censure: { ...CENSURE_TEXT, ...changes } }))
    .draftCensure.id;
const versionOf = async (table: string, id: string): Promise<number> =>
  (await fixture.admin.query(`select version from ${table} where id = $1`, [id])).rows[0].version;
const deed = (mutation: string) =>
  `mutation ($id: ID!, $version: Int!) { ${mutation}(id: $id, version: $version) { id } }`;
const issueOrder = async (by: Account, id: string) =>
  ask(fixture, by, deed('issueOrder'), { id, version: await versionOf('guidance_order', id) });
const censureDeed = async (by: Account, mutation: string, id: string) =>
  ask(fixture, by, deed(mutation), { id, version: await versionOf('censure', id) });

interface Read {
  id: string;
  kind: string;
  no: string;
  title: string;
  issuerName: string;
}
const papersOf = async (by: Account, field: 'order' | 'censure', id: string): Promise<Read[] | undefined> =>
  (await ask(fixture, by, `query ($id: ID!) { ${field}(id: $id) { papers { id kind no title issuerName } } }`, { id }))[
    field
  ]?.papers;
const textOf = async (by: Account, id: string): Promise<string | null> => {
  const { paper } = await ask(fixture, by, 'query ($id: ID!) { paper(id: $id) { blocks } }', { id });
  return paper && linesOf(paper.blocks as Block[]).join('\n');
};
const stored = async (id: string): Promise<Paper> => {
  const scope = fixture.scope('county');
  const paper = (await scope.row<Paper>('select * from paper where subject_id = $1', [id])) as Paper;
  await scope.end('commit');
  return paper;
};

test('an order goes out as 下单子 or 督办单, each in a series of its own, signed by whoever issued it', async () => {
  const [guidance, supervision, another] = [
    await drafted('county'),
    await drafted('county', { kind: 'SUPERVISION', title: '限期办结久拖案件' }),
    await drafted('county'),
  ];
  expect(await papersOf('county', 'order', guidance.id)).toEqual([]);
  for (const { id } of [guidance, supervision, another]) await issueOrder('director', id);
  const papers = await Promise.all([guidance, supervision, another].map(({ id }) => papersOf('bureau', 'order', id)));
  expect(papers.flat()).toMatchObject([
    { kind: 'GUIDANCE_ORDER', no: `单字〔${YEAR}〕1号`, title: '下单子' },
    { kind: 'SUPERVISION_ORDER', no: `督字〔${YEAR}〕1号`, title: '督办单' },
    { kind: 'GUIDANCE_ORDER', no: `单字〔${YEAR}〕2号`, title: '下单子' },
  ]);
  const text = await textOf('bureau', papers[0]?.[0]?.id as string);
  for (const said of [guidance.no, '水利局：', '近三个月机井类反映集中', '建立二十四小时响应制度', '第四十条'])
    expect(text).toContain(said);
  const { rows } = await fixture.admin.query(
    `select detail ->> 'signedHash' as hash, actor_name from audit where subject_id = $1 and deed = 'issue'`,
    [guidance.id],
  );
  expect(text).toContain(`签字：${rows[0].actor_name}（`);
  expect(text).toContain(`所签文本校验值 ${rows[0].hash.slice(0, 16)}`);
});

test('a station’s order to its village is the station’s paper, in the station’s series', async () => {
  const { id } = await drafted('clerk', { unit: String(UNITS.willow) });
  await issueOrder('townLeader', id);
  const [paper] = (await papersOf('head', 'order', id)) as Read[];
  expect(paper).toMatchObject({ kind: 'GUIDANCE_ORDER', no: `单字〔${YEAR}〕1号` });
  const { unitCode } = await stored(id);
  expect(unitCode).toBe(UNITS.east);
  for (const account of ['head', 'clerk', 'county', 'leader'] as const)
    expect([account, await textOf(account, paper?.id as string)]).toEqual([account, expect.stringContaining('下单子')]);
  for (const account of ['bureau', 'otherClerk', 'officer', 'foreignClerk', 'analyst'] as const)
    expect([account, await readOrRefused(account, paper?.id as string)]).toEqual([account, null]);
});

/** Null, whether the row is out of sight or the role reads no papers at all. */
const readOrRefused = async (by: Account, id: string): Promise<unknown> => {
  const { data } = await fixture.run<{ paper: unknown }>(by, 'query ($id: ID!) { paper(id: $id) { blocks } }', { id });
  return data?.paper ?? null;
};

test('a censure goes out as 通报, signed by whoever approved it, and only whom it names reads it besides the county', async () => {
  const id = await censured();
  await censureDeed('director', 'approveCensure', id);
  expect(await papersOf('county', 'censure', id)).toEqual([]);
  expect(await papersOf('bureau', 'censure', id)).toBeUndefined();
  await censureDeed('county', 'issueCensure', id);
  const [paper] = (await papersOf('bureau', 'censure', id)) as Read[];
  expect(paper).toMatchObject({ kind: 'CENSURE_NOTICE', no: `通字〔${YEAR}〕1号`, title: '关于机井维修推诿的通报' });
  const text = await textOf('bureau', paper?.id as string);
  const { rows } = await fixture.admin.query(
    `select detail ->> 'signedHash' as hash, actor_name, appeal_until from audit a join censure c on c.id = a.subject_id where a.subject_id = $1 and deed = 'approve'`,
    [id],
  );
  const [year, month, day] = dayOf(new Date(rows[0].appeal_until - 1))
    .split('-')
    .map(Number);
  for (const said of [
    ...[
      '水利局：',
      '回访单两份、超期台账一份',
      '《信访工作条例》第四十五条',
      `在${year}年${month}月${day}日前书面提出申诉`,
    ],
    ...[`签字：${rows[0].actor_name}（`, `所签文本校验值 ${rows[0].hash.slice(0, 16)}`],
  ])
    expect(text).toContain(said);
  for (const account of ['county', 'director', 'leader', 'bureauHead'] as const)
    expect([account, await readOrRefused(account, paper?.id as string)]).toEqual([account, expect.anything()]);
  for (const account of ['clerk', 'head', 'otherClerk', 'officer', 'foreignClerk', 'analyst', 'discipline'] as const)
    expect([account, await readOrRefused(account, paper?.id as string)]).toEqual([account, null]);
});

test('a censure whose words are not those that were approved is not issued', async () => {
  const id = await censured({ title: '关于瞒报的通报' });
  await censureDeed('director', 'approveCensure', id);
  await fixture.admin.query(`update censure set evidence = '换过的证据' where id = $1`, [id]);
  const version = await versionOf('censure', id);
  expect(await refusal(fixture, 'county', deed('issueCensure'), { id, version })).toMatchObject({
    code: 'REFUSED',
    unmet: ['signedText'],
  });
  const { rows } = await fixture.admin.query('select state from censure where id = $1', [id]);
  expect(rows).toEqual([{ state: 'APPROVED' }]);
});

test('what was issued is frozen under its hash, and whoever is given an order issues no paper of it', async () => {
  const { id } = await drafted('county');
  await issueOrder('director', id);
  const paper = await stored(id);
  expect(hashOf(paper)).toBe(paper.hash);
  expect(hashOf({ ...paper, no: `${paper.no}改` })).not.toBe(paper.hash);
  await expect(fixture.admin.query(`update paper set title = '另一份' where id = $1`, [paper.id])).rejects.toThrow(
    /stays/,
  );
  const scope = fixture.scope('bureau');
  await scope.rows(
    `insert into paper_series (county_code, unit_code, kind, year, last) values ($1, $2, 'GUIDANCE_ORDER', $3, 1)`,
    [scope.county, UNITS.water, Number(YEAR)],
  );
  const forged = { ...paper, id: v7(), unitCode: UNITS.water, serial: 1, blocks: '[]' };
  const { townshipCode: _t, villageCode: _v, ...columns } = forged;
  const refusal = await scope.insert('paper', columns).then(
    () => null,
    ({ code }) => code,
  );
  await scope.end('rollback');
  expect(refusal).toBe('42501');
});
