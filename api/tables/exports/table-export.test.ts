import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Person, type Post, startPost } from '../../attachments/attachment-server.testing.ts';
import { made as token } from '../../auth/tokens/access-token.testing.ts';
import { keptContact, VILLAGER } from '../../contacts/contact.testing.ts';
import { allMeasures, subjectOf } from '../../platform/measuring/measure.ts';
import { docxLines } from '../../platform/papers/text.reading.ts';
import { type ReadCell, rowsOf } from '../../platform/sheets/xlsx/xlsx.reading.ts';
import { submitted, UNITS } from '../../testing/fixture.ts';
import { CANCEL, EXPORT, exported, exportsOf, question, ROWS } from './table-export.testing.ts';

const FORMULA = '=HYPERLINK("http://x","点此")：机井三天抽不上水，四十多户村民要到邻村挑水。';
let post: Post;
let analyst: Person;
let clerk: Person;
beforeAll(async () => {
  post = await startPost({ CONTACT_KEYS: `test:${Buffer.alloc(32, 'test').toString('base64')}` });
  [analyst, clerk] = [await post.as('analyst'), await post.as('clerk')];
  const { fixture } = post;
  await submitted(fixture, 'officer', { content: FORMULA });
  await submitted(fixture, 'officer', { topic: 'PRAISE', source: null });
  await submitted(fixture, 'otherOfficer', { topic: 'ROAD', households: 5 });
  await keptContact(fixture);
});
afterAll(() => post.close());

async function bytesOf(person: Person, { url, sha256, size }: any): Promise<Buffer> {
  const answer = await person.get(url);
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([sha256, size]);
  return bytes;
}
const textOf = async (person: Person, file: any) => (await bytesOf(person, file)).toString();
async function sheetOf(person: Person, file: any, sheet: number): Promise<ReadCell[][]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-export-'));
  try {
    const at = path.join(folder, 'a.xlsx');
    await writeFile(at, await bytesOf(person, file));
    const rows: ReadCell[][] = [];
    for await (const row of rowsOf(at, `xl/worksheets/sheet${sheet}.xml`)) rows.push(row);
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}
const LISTED = `query ($table: TableInput!) { tableRows(table: $table, measure: "reports", first: 200) { totalCount hash predicate edges { node { no title } } } }`;

test('rows are those of the list, in its order, as many as it counts, under its hash', async () => {
  const table = question({ filter: { topics: ['WATER', 'ROAD'] } });
  const listed = await analyst.ask(LISTED, { table });
  const file = await exported(analyst, { ...ROWS, table });
  expect(file).toMatchObject({
    ...{ state: 'READY', progress: 100, error: null, rows: 3, title: '信息数明细' },
    ...{ hash: listed.hash, predicate: listed.predicate },
  });
  expect(listed.totalCount).toBe(3);
  const [heading, ...lines] = (await textOf(analyst, file)).split('\r\n');
  expect(heading).toBe('\uFEFF编号,标题,地点,时间,状态');
  expect(lines.filter(Boolean).map((line) => line.split(',')[0])).toEqual(listed.edges.map(({ node }: any) => node.no));
});

test('a workbook is typed, keeps what reads as a formula as text, and says beside its rows what they are', async () => {
  const file = await exported(analyst, { ...ROWS, format: 'XLSX', title: '各乡镇 用水' });
  const rows = await sheetOf(analyst, file, 1);
  expect(rows).toHaveLength(1 + file.rows);
  const formula = rows.flat().find(({ text }) => text.startsWith('=HYPERLINK'));
  expect(formula?.isText).toBe(true);
  const told = (await sheetOf(analyst, file, 2)).map((cells) => cells.map(({ text }) => text));
  expect(told).toEqual(
    expect.arrayContaining([
      ['标题', '各乡镇 用水'],
      ['范围', '清禾县'],
      ['条件校验码', file.hash],
      ['行数', String(file.rows)],
      ['指标', '算法', '分母', '来源'],
    ]),
  );
  expect(file.fileName).toMatch(new RegExp(`^各乡镇用水_清禾县_\\d{4}-\\d\\d-\\d\\d_${file.hash.slice(0, 8)}$`));
});

test('a formula in a CSV is text', async () => {
  const csv = await textOf(analyst, await exported(analyst, ROWS));
  expect(csv).toContain(`"'=HYPERLINK(""http://x""`);
});

test('a table is its cells with subtotals and totals, and nothing stands for what nobody counted', async () => {
  const table = question({
    measures: ['reports', 'problems', 'readRate'],
    rows: ['TOWNSHIP', 'TOPIC'],
    columns: ['LINE'],
  });
  const ASK = `query ($table: TableInput!) { table(table: $table) { hash rows { codes labels } columns { labels } cells { row column values denominators } } }`;
  const answer = await analyst.ask(ASK, { table });
  const file = await exported(analyst, { table, what: 'TABLE', format: 'CSV' });
  expect([file.hash, file.rows]).toEqual([answer.hash, answer.rows.length]);
  const lines = (await textOf(analyst, file))
    .slice(1)
    .split('\r\n')
    .filter(Boolean)
    .map((line) => line.split(','));
  const [heading = [], ...rows] = lines;
  expect(heading.slice(0, 8)).toEqual([
    ...['乡镇代码', '乡镇', '类别代码', '类别'],
    ...['合计 信息数', '合计 问题数', '合计 阅办率', '合计 阅办率（分母）'],
  ]);
  for (const [at, { codes, labels }] of answer.rows.entries()) {
    const cell = answer.cells.find(({ row, column }: any) => row === at && column === 0);
    const [reports, problems, rate] = cell.values;
    expect(rows[at]?.slice(0, 8)).toEqual([
      ...[codes[0] ?? '', labels[0] ?? '合计', codes[1] ?? '', labels[1] ?? (codes.length === 1 ? '合计' : '')],
      ...[String(reports), String(problems), rate === null ? '' : `${rate}%`, String(cell.denominators[2])],
    ]);
  }
});

test('a Word table says question, scope and hash before its rows', async () => {
  const table = question({ rows: ['TOPIC'], filter: { under: String(UNITS.east) } });
  const file = await exported(clerk, { table, what: 'TABLE', format: 'DOCX' });
  const lines = docxLines(await bytesOf(clerk, file));
  expect(lines).toEqual(expect.arrayContaining(['信息数（按类别）', '范围：东关镇', `条件校验码：${file.hash}`]));
  expect(lines.join(' ')).toContain('类别代码 类别 信息数 合计 3 PRAISE 好人好事 1 WATER 饮水 2');
});

test('a station’s file holds the rows of its township and nothing else', async () => {
  const all = await textOf(analyst, await exported(analyst, ROWS));
  const own = await textOf(clerk, await exported(clerk, ROWS));
  expect(all).toContain('榆树村');
  expect(own).not.toContain('榆树村');
  expect(own).not.toContain('西河镇');
  expect([all.split('\r\n').length, own.split('\r\n').length]).toEqual([6, 5]);
});

test('how a villager is reached stands in no file, and no list of any subject reads it', async () => {
  for (const measure of allMeasures()) {
    const { columns, join } = subjectOf(measure).lines;
    expect(`${measure.name} ${columns} ${join}`).not.toMatch(/contact|phone|author/i);
  }
  const csv = await textOf(clerk, await exported(clerk, ROWS));
  for (const said of Object.values(VILLAGER)) expect(csv).not.toContain(said);
});

test('its owner alone sees and downloads it; for everybody else there is none', async () => {
  const file = await exported(clerk, ROWS);
  const answer = await clerk.get(file.url);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', etag: `"${file.sha256}"` },
    'content-type': expect.stringMatching(/^text\/csv/),
  });
  const disposition = answer.headers.get('content-disposition') as string;
  expect(disposition).toContain('attachment; filename="table.csv"');
  expect(decodeURIComponent(disposition)).toContain(`${file.fileName}.csv`);
  expect((await fetch(post.server.address + file.url)).status).toBe(401);
  const told = async (person: Person, url: string) => {
    const refused = await person.get(url);
    return [refused.status, await refused.text()];
  };
  const nothing = await told(clerk, '/files/tables/0197f3f0-7c58-7c43-9ad4-2f7f0a4b9d11');
  expect(nothing[0]).toBe(404);
  for (const account of ['clerk2', 'townLeader', 'county', 'analyst', 'officer', 'foreignClerk', 'admin'] as const) {
    const person = await post.as(account);
    expect(await told(person, file.url)).toEqual(nothing);
    expect(await person.ask(CANCEL, { id: file.id })).toMatchObject({
      code: account === 'admin' ? 'FORBIDDEN' : 'NOT_FOUND',
    });
    if (account !== 'admin') expect((await exportsOf(person)).map(({ id }) => id)).not.toContain(file.id);
  }
});

test('every export is one line of the audit, with its predicate', async () => {
  const table = question({ filter: { topics: ['WATER'] } });
  const { id, hash, predicate } = await exported(clerk, { ...ROWS, table });
  const { rows } = await post.fixture.admin.query(
    'select deed, actor_name, actor_role, ears, detail from audit where subject_id = $1',
    [id],
  );
  expect(rows).toEqual([
    {
      ...{ deed: 'exportTable', actor_name: '测试·clerk', actor_role: 'TOWNSHIP_CLERK', ears: 'UNIT' },
      detail: expect.objectContaining({ hash, predicate, what: 'ROWS', format: 'CSV' }),
    },
  ]);
  expect(predicate).toContain('topics=WATER');
});

test.each([
  ['measure', { ...ROWS, measure: undefined }],
  ['measures', { ...ROWS, table: question({ measures: ['wealth'] }) }],
  ['measure', { ...ROWS, measure: 'households' }],
  ['title', { ...ROWS, title: '长'.repeat(61) }],
  ['row', { ...ROWS, row: ['WATER'] }],
])('what does not fit is refused by its field %s', async (field, variables) => {
  expect(await clerk.ask(EXPORT, variables)).toMatchObject({ code: 'BAD_INPUT', field });
});

test('a program exports nothing, and downloads nothing', async () => {
  const { secret } = await token(post.fixture, 'clerk');
  const headers = { authorization: `Bearer ${secret}` };
  const { body } = await post.server.post({ query: EXPORT, variables: ROWS }, headers);
  expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
  const { url } = await exported(clerk, ROWS);
  expect((await fetch(post.server.address + url, { headers })).status).toBe(403);
});
