import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { draft } from '../testing/fixture.ts';
import { picture } from './attachment-files.testing.ts';
import { ATTACHMENT, type Person, type Post, partOf, SUBMIT, startPost } from './attachment-server.testing.ts';

let post: Post;
let officer: Person;
let clerk: Person;
beforeAll(async () => {
  post = await startPost();
  officer = await post.as('officer');
  clerk = await post.as('clerk');
});
afterAll(() => post.close());

const ATTACH = `mutation ($subject: AttachmentSubject! = REPORT, $id: ID!, $attachments: [AttachmentDraft!]!) {
  attach(subject: $subject, subjectId: $id, attachments: $attachments) { ${ATTACHMENT} } }`;
const DETACH = 'mutation ($id: ID!) { detach(id: $id) { id } }';
const RESUBMIT = `mutation ($id: ID!, $version: Int!, $draft: ReportDraft!) { resubmitReport(id: $id, version: $version, draft: $draft) {
  version attachmentsPromised attachmentsArrived attachments { clientId state } } }`;
const RETURN =
  'mutation ($id: ID!, $version: Int!) { returnReport(id: $id, version: $version, reason: "请补充照片") { version } }';
const TRIAGE = 'mutation ($id: ID!, $version: Int!) { triageReport(id: $id, version: $version) { id state } }';
const parts = async (n: number) => Promise.all(Array.from({ length: n }, async () => partOf(await picture(60, 40))));
const promises = (list: { draft: object }[]) => list.map((part) => part.draft);

test('the same content gets the same receipt with its manifest; another manifest is a conflict', async () => {
  const [one, two, three] = await parts(3);
  const told = draft('officer', { attachments: promises([one, two] as never) });
  const first = await officer.ask(SUBMIT, { draft: told });
  expect(first).toMatchObject({ isNew: true, report: { attachmentsPromised: 2, attachmentsArrived: 0 } });
  expect(first.report.attachments.map(({ clientId, sha256, state }: any) => [clientId, sha256, state])).toEqual(
    [one, two].map((part) => [part?.draft.clientId, part?.draft.sha256, 'AWAITED']),
  );
  expect(await officer.ask(SUBMIT, { draft: told })).toEqual({ ...first, isNew: false });
  for (const other of [
    [two, one],
    [one],
    [one, two, three],
    [one, { draft: { ...two?.draft, sha256: 'a'.repeat(64) } }],
    [],
  ])
    expect(await officer.ask(SUBMIT, { draft: { ...told, attachments: promises(other as never) } })).toMatchObject({
      code: 'CONFLICT',
    });
});

test('a report without attachments hashes as it did before there were any, and may still go together with others', async () => {
  const { attachments, ...bare } = draft('officer', { attachments: [] });
  const first = await officer.ask(SUBMIT, { draft: { ...bare, attachments } });
  expect(await officer.ask(SUBMIT, { draft: bare })).toMatchObject({ isNew: false, report: { id: first.report.id } });
  const kept = await post.fixture.admin.query(
    'select content_hash, attachments_promised as n from report where id = $1',
    [first.report.id],
  );
  expect(kept.rows[0]).toMatchObject({ n: 0, content_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const FAST =
    'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { isNew report { no attachmentsPromised attachments { clientId sha256 state } } } }';
  const { run, database } = post.fixture;
  const sent = async (): Promise<any> => run('officer', FAST, { draft: draft('officer') });
  await sent(); // its place is known from now on
  const before = database.statements;
  expect((await sent()).data.submitReport).toMatchObject({ isNew: true, report: { attachments: [] } });
  expect(database.statements - before).toBe(1);
});

test.each<[string, (all: { draft: any }[]) => object[], string]>([
  ['ten photos', (all) => promises(all), 'photos'],
  ['two voices', ([a, b]) => [a, b].map((part) => ({ ...part?.draft, kind: 'VOICE', seconds: 3 })), 'voices'],
  ['a voice of an hour', ([a]) => [{ ...a?.draft, kind: 'VOICE', seconds: 3_600 }], 'seconds'],
  ['a photo of 3 MB', ([a]) => [{ ...a?.draft, size: 3 * 1024 * 1024 }], 'photo'],
  ['a file of 21 MB', ([a]) => [{ ...a?.draft, kind: 'FILE', name: 'a', size: 21 * 1024 * 1024 }], 'file'],
  ['a file without a name', ([a]) => [{ ...a?.draft, kind: 'FILE', name: '../' }], 'name'],
  ['a hash that is none', ([a]) => [{ ...a?.draft, sha256: 'ABC' }], 'sha256'],
  ['one twice', ([a]) => [a?.draft, { ...a?.draft, size: 7 }], 'clientId'],
  ['an id that is none', ([a]) => [{ ...a?.draft, clientId: '7' }], 'clientId'],
])('%s are not promised, by submitting or attaching', async (_what, manifest, field) => {
  const attachments = manifest(await parts(10));
  expect(await officer.ask(SUBMIT, { draft: draft('officer', { attachments }) })).toMatchObject({
    code: 'BAD_INPUT',
    field,
  });
  const { id } = await officer.reports([]);
  expect(await officer.ask(ATTACH, { id, attachments })).toMatchObject({ code: 'BAD_INPUT', field });
});

test('attaching counts with what is there; the same again changes nothing', async () => {
  const all = await parts(10);
  const { id } = await officer.reports(all.slice(0, 8));
  const ninth = promises(all.slice(8, 9));
  const first = await officer.ask(ATTACH, { id, attachments: ninth });
  expect(Object.keys(first)).toHaveLength(9);
  const lines = () =>
    post.fixture.admin.query(
      `select deed, subject, line, from_state, to_state from audit where subject_id = $1 and deed <> 'submit' and at > (select submitted_at from report where id = $1)`,
      [id],
    );
  expect((await lines()).rows).toEqual([
    { deed: 'attach', subject: 'REPORT', line: 'LINE', from_state: null, to_state: null },
  ]);
  expect(await officer.ask(ATTACH, { id, attachments: ninth })).toEqual(first);
  expect((await lines()).rowCount).toBe(1);
  expect(await officer.ask(ATTACH, { id, attachments: promises(all.slice(9)) })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'photos',
  });
  expect(await officer.shows(id)).toMatchObject({ attachmentsPromised: 9, version: 1 });
});

test('under an id that was promised elsewhere nothing else is', async () => {
  const [one] = await parts(1);
  await officer.reports([one as never]);
  const { id } = await officer.reports([]);
  expect(await officer.ask(ATTACH, { id, attachments: [one?.draft] })).toMatchObject({ code: 'CONFLICT' });
  expect(await officer.reports([one as never])).toMatchObject({ code: 'CONFLICT' });
  const other = await post.as('officer2');
  expect(await other.reports([one as never])).toMatchObject({ attachmentsPromised: 1 }); // their own device's
});

test('sent again after it was returned, the manifest is the whole set', async () => {
  const [stays, goes, comes] = await parts(3);
  const told = draft('officer', { attachments: promises([stays, goes] as never) });
  const { report } = await officer.ask(SUBMIT, { draft: told });
  await officer.upload(report.attachments[0].id, stays?.bytes as Buffer);
  const { version } = await clerk.ask(RETURN, { id: report.id, version: report.version }); // the desk's version is not stale
  const anew = { ...told, attachments: promises([comes, stays] as never) };
  expect(await officer.ask(RESUBMIT, { id: report.id, version, draft: anew })).toMatchObject({
    ...{ version: version + 1, attachmentsPromised: 2, attachmentsArrived: 1 },
    attachments: [
      { clientId: comes?.draft.clientId, state: 'AWAITED' },
      { clientId: stays?.draft.clientId, state: 'ARRIVED' },
    ],
  });
  expect(await officer.upload(report.attachments[1].id, goes?.bytes as Buffer)).toBe(404); // taken back
  const again = await clerk.ask(RETURN, { id: report.id, version: version + 1 });
  const back = { ...told, attachments: promises([stays, goes] as never) };
  expect(await officer.ask(RESUBMIT, { id: report.id, version: again.version, draft: back })).toMatchObject({
    attachmentsPromised: 2,
  });
  expect(await officer.upload(report.attachments[1].id, goes?.bytes as Buffer)).toBe(204);
  expect(await officer.shows(report.id)).toMatchObject({ attachmentsArrived: 2 });
});

test('its author attaches and takes back until somebody has judged it, and nobody else', async () => {
  const [one, two] = await parts(2);
  const { id, version, viewerCanAttach, attachments } = await officer.reports([one as never]);
  expect([viewerCanAttach, (await clerk.shows(id)).viewerCanAttach]).toEqual([true, false]);
  for (const account of ['clerk', 'officer2', 'county', 'leader'] as const) {
    const other = await post.as(account);
    expect(await other.ask(ATTACH, { id, attachments: [two?.draft] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(['NOT_FOUND', 'REFUSED']).toContain((await other.ask(DETACH, { id: attachments[0].id })).code);
  }
  const { url } =
    (await officer.upload(attachments[0].id, one?.bytes as Buffer)) && (await officer.shows(id)).attachments[0];
  expect(await officer.ask(DETACH, { id: attachments[0].id })).toEqual({ id: attachments[0].id });
  expect(await officer.shows(id)).toMatchObject({ attachmentsPromised: 0, attachmentsArrived: 0, attachments: [] });
  expect((await officer.get(url)).status).toBe(404);
  expect(await officer.ask(DETACH, { id: attachments[0].id })).toMatchObject({ code: 'NOT_FOUND' });
  const three = partOf(await picture(60, 40));
  await officer.ask(ATTACH, { id, attachments: promises([two, three] as never) });
  const [{ id: second }, { id: third }] = (await officer.shows(id)).attachments;
  await clerk.ask(TRIAGE, { id, version });
  expect(await officer.ask(ATTACH, { id, attachments: promises(await parts(1)) })).toMatchObject({ code: 'REFUSED' });
  expect(await officer.upload(second, two?.bytes as Buffer)).toBe(204); // promised before it was judged
  expect(await officer.ask(DETACH, { id: second })).toMatchObject({ code: 'REFUSED' });
  expect(await officer.ask(DETACH, { id: third })).toEqual({ id: third }); // never came: it keeps nobody waiting
  expect(await clerk.shows(id)).toMatchObject({ attachmentsPromised: 1, attachmentsArrived: 1 });
});

test('whoever has the report open hears that a photo has come, in the same frame as of every change', async () => {
  const [part] = await parts(1);
  const { id, attachments } = await officer.reports([part as never]);
  const client = post.server.socket(clerk.bearer.authorization.slice('Bearer '.length));
  const after = await clerk.ask('{ cursor }');
  const query =
    'subscription ($after: Cursor) { changes(after: $after) { kind reportId report { attachmentsPromised attachmentsArrived version } } }';
  const heard = new Promise((resolve, reject) => {
    client.subscribe<any>(
      { query, variables: { after } },
      { next: ({ data }) => resolve(data?.changes), error: reject, complete: () => {} },
    );
  });
  await officer.upload(attachments[0].id, part?.bytes as Buffer);
  expect(await heard).toEqual({
    ...{ kind: 'ATTACHMENT_ARRIVED', reportId: id },
    report: { attachmentsPromised: 1, attachmentsArrived: 1, version: 1 },
  });
  await client.dispose();
});

test('two that arrive at once are both counted, and whoever sees the report hears of each', async () => {
  const all = await parts(3);
  const { id, attachments } = await officer.reports(all);
  const heard = () =>
    post.fixture.admin.query(
      `select kind, subject, about, unit_code::text, line from event where about ->> 'REPORT' = $1 and subject = 'ATTACHMENT'`,
      [id],
    );
  await Promise.all(all.map((part, i) => officer.upload(attachments[i].id, part.bytes)));
  expect(await clerk.shows(id)).toMatchObject({ attachmentsPromised: 3, attachmentsArrived: 3, version: 1 });
  const { rows } = await heard();
  expect(rows.map(({ kind }) => kind)).toEqual(Array(3).fill('ATTACHMENT_ARRIVED'));
  expect(rows[0]).toMatchObject({ about: { REPORT: id }, line: 'LINE' });
});

test('whoever has sealed it meanwhile has sealed what is written of its attachments', async () => {
  const { id, version } = await officer.reports([]);
  await officer.ask(ATTACH, { id, attachments: promises(await parts(1)) });
  const county = await post.as('clerk');
  const SEAL =
    'mutation ($id: ID!, $version: Int!) { triageReport(id: $id, version: $version, topic: "CONDUCT") { id } }';
  await county.ask(SEAL, { id, version });
  const { rows } = await post.fixture.admin.query(
    'select deed, line from audit where subject_id = $1 order by at, id',
    [id],
  );
  expect(rows.map(({ deed, line }) => [deed, line])).toEqual([
    ['submit', 'SEALED'],
    ['attach', 'SEALED'],
    ['seal', 'SEALED'],
  ]);
  expect(await county.shows(id)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await (await post.as('discipline')).shows(id)).toMatchObject({ attachments: [{ state: 'AWAITED' }] });
});

test('to what is not there nothing is attached, whatever it is called', async () => {
  const attachments = promises(await parts(1));
  expect(await officer.ask(ATTACH, { id: v7(), attachments })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await officer.ask(ATTACH, { subject: 'CASE', id: v7(), attachments })).toMatchObject({ code: 'FORBIDDEN' });
  const county = await post.as('county');
  for (const subject of ['CASE', 'REVISIT'])
    expect(await county.ask(ATTACH, { subject, id: v7(), attachments })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await officer.ask(DETACH, { id: 'nothing' })).toMatchObject({ code: 'NOT_FOUND' });
});
