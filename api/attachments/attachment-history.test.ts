import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, print } from 'graphql';
import { webDocuments } from '../testing/documents.ts';
import { type Account, draft } from '../testing/fixture.ts';
import { picture } from './attachment-files.testing.ts';
import { type Part, type Person, type Post, partOf, SUBMIT, startPost } from './attachment-server.testing.ts';

/* What a report's history tells of its attachments, to whom, and what that costs. */
let post: Post;
let officer: Person;
let clerk: Person;
let photos: Part[];
beforeAll(async () => {
  post = await startPost();
  officer = await post.as('officer');
  clerk = await post.as('clerk');
  photos = await Promise.all(Array.from({ length: 4 }, async (_, i) => partOf(await picture(60 + i, 40))));
});
afterAll(() => post.close());

const file = (name: string) => partOf(Buffer.from(`%PDF-1.4 ${name} %%EOF`), 'FILE', name);
/** As of another device: the same bytes under ids of their own. */
const fresh = (parts: readonly Part[]) => parts.map(({ bytes, draft: { kind } }) => partOf(bytes, kind));
const promises = (parts: readonly Part[]) => parts.map((part) => part.draft);
const ATTACH = `mutation ($id: ID!, $attachments: [AttachmentDraft!]!) { attach(subject: REPORT, subjectId: $id, attachments: $attachments) { id clientId } }`;
const DETACH = 'mutation ($id: ID!) { detach(id: $id) { id } }';
const TIMELINE =
  'query ($id: ID!) { report(id: $id) { timeline { deed fromState toState actorName attachmentKinds attachmentIds } } }';
const history = async (person: Person, id: string): Promise<any[]> =>
  (await person.ask(TIMELINE, { id })).timeline.map(({ deed, attachmentKinds, actorName }: any) => [
    ...[deed, attachmentKinds.join(' '), actorName],
  ]);

test('a history tells who added how many of what, and what was taken back, one line a deed; of nothing attached it has no line', async () => {
  const parts = [...fresh(photos.slice(0, 3)), partOf(Buffer.from('voice'), 'VOICE')];
  const { id } = await officer.reports(parts);
  const attached = await officer.ask(ATTACH, {
    id,
    attachments: promises([file('名单.pdf'), ...fresh(photos.slice(3))]),
  });
  const document = attached[4];
  await officer.ask(DETACH, { id: document.id });
  const name = '测试·officer';
  for (const reader of [officer, clerk])
    expect(await history(reader, id)).toEqual([
      ['submit', '', name],
      ['attach', 'PHOTO PHOTO PHOTO VOICE', name],
      ['attach', 'FILE PHOTO', name],
      ['detach', 'FILE', name],
    ]);
  const { timeline } = await clerk.ask(TIMELINE, { id });
  expect(timeline.at(-1)).toMatchObject({ attachmentIds: [document.id], fromState: null, toState: null });
  expect(await history(officer, (await officer.reports([])).id)).toEqual([['submit', '', name]]);
});

test('a report that is sent again tells what came and what went', async () => {
  const [stays, goes, comes] = fresh(photos.slice(0, 3)) as [Part, Part, Part];
  const told = draft('officer', { attachments: promises([stays, goes]) });
  const { report } = await officer.ask(SUBMIT, { draft: told });
  const RETURN = `mutation ($id: ID!, $version: Int!) { returnReport(id: $id, version: $version, reason: "请补充照片，看不清楚") { id version } }`;
  const { version } = await clerk.ask(RETURN, { id: report.id, version: report.version });
  const RESUBMIT = `mutation ($id: ID!, $version: Int!, $draft: ReportDraft!) { resubmitReport(id: $id, version: $version, draft: $draft) { id } }`;
  const anew = { ...told, attachments: promises([stays, comes]) };
  expect(await officer.ask(RESUBMIT, { id: report.id, version, draft: anew })).toEqual({ id: report.id });
  expect((await history(clerk, report.id)).map(([deed, kinds]) => `${deed} ${kinds}`.trim())).toEqual([
    ...['submit', 'attach PHOTO PHOTO', 'return', 'resubmit', 'attach PHOTO', 'detach PHOTO'],
  ]);
});

test('off the line the county reads that photos were added, and not by whom', async () => {
  const { id } = await officer.reports(fresh(photos.slice(0, 1)), { line: 'DIRECT' });
  expect(await history(await post.as('county'), id)).toEqual([
    ['submit', '', null],
    ['attach', 'PHOTO', null],
  ]);
  expect((await clerk.ask(TIMELINE, { id })).code).toBe('NOT_FOUND');
});

test('what is taken back of a judged report stands in no undoing’s way', async () => {
  const { id, version, attachments } = await officer.reports(fresh(photos.slice(0, 1)));
  const TRIAGE =
    'mutation ($id: ID!, $version: Int!) { triageReport(id: $id, version: $version, topic: "ROAD") { topic { code } } }';
  const UNTRIAGE = 'mutation ($ids: [ID!]!) { untriageReports(ids: $ids) { ok report { topic { code } } } }';
  const before = (await clerk.ask('query ($id: ID!) { report(id: $id) { topic { code } } }', { id })).topic.code;
  expect(before).not.toBe('ROAD');
  expect((await clerk.ask(TRIAGE, { id, version })).topic.code).toBe('ROAD');
  await officer.ask(DETACH, { id: attachments[0].id }); // it never came
  expect(await clerk.ask(UNTRIAGE, { ids: [id] })).toEqual([{ ok: true, report: { topic: { code: before } } }]);
});

test.each<[string, Account]>([
  ['Report', 'clerk'],
  ['Report', 'county'],
  ['OneReport', 'officer'],
])('%s asks %s’s database no more for nine attachments in nine lines than for one', async (name, account) => {
  const document = print(webDocuments().find((each) => each.name === name)?.document as DocumentNode);
  const { fixture } = post;
  const statements = async (id: string) => {
    await fixture.run(account, document, { id });
    const before = fixture.database.statements;
    const { data, errors } = await fixture.run<any>(account, document, { id });
    expect(errors).toBeUndefined();
    return [fixture.database.statements - before, data.report.timeline.length, data.report.attachments.length];
  };
  const { id } = await officer.reports(fresh(photos.slice(0, 1)));
  const one = await statements(id);
  for (let i = 0; i < 8; i++) await officer.ask(ATTACH, { id, attachments: promises(fresh(photos.slice(0, 1))) });
  expect(await statements(id)).toEqual([one[0], 10, 9]);
});
