import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { linesOf } from '@lxq/schema/texts/paper.ts';
import { v7 } from 'uuid';
import { assignmentOf, caseOf } from '../../cases/case-deeds.testing.ts';
import { ask } from '../../digests/digest.testing.ts';
import { orderText } from '../../orders/order.testing.ts';
import { docxLines, pdfWords, words } from '../../platform/papers/text.reading.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';

jest.setTimeout(180_000); // the first PDF on a machine makes the fonts

let fixture: Fixture;
let server: TestServer;
let caseId: string;
let papers: { id: string; kind: string; blocks: Parameters<typeof linesOf>[0]; no: string }[];
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  const { id, closed, deed } = await caseOf(fixture, 'county', { concerns: [String(UNITS.west)] });
  await closed();
  await deed('county', 'answerCase', { answer: '机井已修好，恢复供水。' });
  caseId = id;
  const { rows } = await fixture.admin.query(
    'select id, kind, blocks, no from paper where subject_id = $1 order by issued_at, id',
    [id],
  );
  papers = rows;
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const get = async (url: string, account: Account | null, headers: Record<string, string> = {}) =>
  fetch(server.address + url, {
    headers: { ...headers, ...(account ? { authorization: `Bearer ${await server.signIn(account)}` } : {}) },
  });
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

test('whoever takes part takes a paper away as DOCX and as PDF, under its Chinese name, saying what was frozen', async () => {
  const notice = papers.find(({ kind }) => kind === 'DISPATCH_NOTICE');
  const said = linesOf(notice?.blocks ?? []);
  const docx = await get(`/files/papers/${notice?.id}.docx`, 'bureau');
  expect(docx.status).toBe(200);
  expect(docxLines(await bytesOf(docx))).toEqual(said);
  const pdf = await get(`/files/papers/${notice?.id}.pdf`, 'county');
  expect(Object.fromEntries(pdf.headers)).toMatchObject({
    ...{ 'content-type': 'application/pdf', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
  expect(decodeURIComponent(pdf.headers.get('content-disposition') as string)).toContain(
    `信访事项交办通知书（${notice?.no}）.pdf`,
  );
  expect(await pdfWords(await bytesOf(pdf))).toBe(words(...said));
  const again = await get(`/files/papers/${notice?.id}.pdf`, 'county', {
    'if-none-match': pdf.headers.get('etag') as string,
  });
  expect(again.status).toBe(304);
});

test('the folder holds every paper, the plan, the hands under the closing, the answer and how it went', async () => {
  const answer = await get(`/files/cases/${caseId}.pdf`, 'county');
  expect(answer.status).toBe(200);
  const text = await pdfWords(await bytesOf(answer));
  for (const { no } of papers) expect(text).toContain(words(no));
  for (const title of ['目录', '办理方案和办理日志', '结案审批', '答复', '办理经过', '机井已修好，恢复供水。'])
    expect(text).toContain(title);
});

test('who is not signed in is told so; for everybody else who does not see the matter there is no such file', async () => {
  const [paper] = papers;
  const urls = [`/files/papers/${paper?.id}.pdf`, `/files/cases/${caseId}.pdf`];
  for (const url of urls) {
    expect((await get(url, null)).status).toBe(401);
    // An outsider, the unit that it is about, an officer, another county, and those of the county who read no cases.
    for (const account of ['otherClerk', 'officer', 'foreignClerk', 'analyst', 'discipline'] as const)
      expect([account, (await get(url, account)).status]).toEqual([account, 404]);
  }
  for (const missing of [
    `/files/papers/${v7()}.pdf`,
    '/files/papers/x',
    `/files/papers/${paper?.id}.exe`,
    `/files/cases/${caseId}.docx`,
  ])
    expect((await get(missing, 'county')).status).toBe(404);
});

test('whoever reads an order takes its paper away, and whoever does not finds no such file', async () => {
  const DRAFT =
    'mutation ($clientId: ID!, $order: OrderText!) { draftOrder(clientId: $clientId, order: $order) { id version } }';
  const order = orderText({ kind: 'SUPERVISION' });
  const drafted = (await ask(fixture, 'county', DRAFT, { clientId: v7(), order })).draftOrder;
  const ISSUE = 'mutation ($id: ID!, $version: Int!) { issueOrder(id: $id, version: $version) { id } }';
  await ask(fixture, 'director', ISSUE, drafted);
  const { rows } = await fixture.admin.query('select id, no, blocks from paper where subject_id = $1', [drafted.id]);
  const [{ id, no, blocks }] = rows;
  const docx = await get(`/files/papers/${id}.docx`, 'bureau');
  expect(docxLines(await bytesOf(docx))).toEqual(linesOf(blocks));
  const pdf = await get(`/files/papers/${id}.pdf`, 'director');
  expect(decodeURIComponent(pdf.headers.get('content-disposition') as string)).toContain(`督办单（${no}）.pdf`);
  expect(await pdfWords(await bytesOf(pdf))).toBe(words(...linesOf(blocks)));
  for (const account of ['clerk', 'otherClerk', 'officer', 'foreignClerk', 'analyst', 'discipline'] as const)
    expect([account, (await get(`/files/papers/${id}.pdf`, account)).status]).toEqual([account, 404]);
});

test('a unit that no longer takes part no longer gets its papers', async () => {
  const { id, deed, assigned } = await caseOf(fixture);
  await assigned(assignmentOf({ coUnits: [] }));
  const { rows } = await fixture.admin.query(
    `select id from paper where subject_id = $1 and kind = 'DISPATCH_NOTICE'`,
    [id],
  );
  expect((await get(`/files/papers/${rows[0].id}.docx`, 'bureau')).status).toBe(200);
  await deed('county', 'recallCase');
  expect((await get(`/files/papers/${rows[0].id}.docx`, 'bureau')).status).toBe(404);
});

test('of one person one file is made at a time, two wait, and whoever asks for more is told to come back', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => get(`/files/cases/${caseId}.pdf`, 'county')));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(3);
  const refused = answers.find(({ status }) => status === 503);
  expect(refused?.headers.get('retry-after')).toBe('5');
  expect((await refused?.json()) as object).toMatchObject({ errors: [{ extensions: { code: 'BUSY' } }] });
});
