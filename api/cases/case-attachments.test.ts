import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mostOf } from '@lxq/schema/attachments/attachment-draft.ts';
import { picture } from '../attachments/attachment-files.testing.ts';
import { type Post, partOf, startPost } from '../attachments/attachment-server.testing.ts';
import { webm } from '../attachments/attachment-voices.testing.ts';
import { type Account, UNITS } from '../testing/fixture.ts';
import { ACCEPTED, assignmentOf, caseOf } from './case-deeds.testing.ts';

/* Evidence of a case and pictures of a revisit: who attaches, and who sees it. */
let post: Post;
beforeAll(async () => {
  post = await startPost();
});
afterAll(() => post.close());

const ATTACH = `mutation ($subject: AttachmentSubject!, $id: ID!, $attachments: [AttachmentDraft!]!) {
  attach(subject: $subject, subjectId: $id, attachments: $attachments) { id state url } }`;
const DETACH = 'mutation ($id: ID!) { detach(id: $id) { id } }';
const CASE = 'query ($id: ID!) { case(id: $id) { viewerCanAttach attachments { id state url viewerCanDetach } } }';
const REVISIT = 'query ($id: ID!) { revisit(id: $id) { viewerCanAttach attachments { id state url } } }';
const attach = async (account: Account, subject: string, id: string) => {
  const part = partOf(await picture(60, 40));
  const person = await post.as(account);
  const attached = await person.ask(ATTACH, { subject, id, attachments: [part.draft] });
  if (attached.code) return attached;
  const { id: last } = Object.values(attached).at(-1) as { id: string };
  expect(await person.upload(last, part.bytes)).toBe(204);
  return last;
};

test('evidence comes from whoever acts on a case and from the county office, and is seen by whoever sees the case', async () => {
  const { id, assigned } = await caseOf(post.fixture);
  expect(await attach('bureau', 'CASE', id)).toMatchObject({ code: 'NOT_FOUND' }); // takes no part yet
  await assigned(assignmentOf({ coUnits: [] }));
  const evidence = [await attach('county', 'CASE', id), await attach('bureau', 'CASE', id)];
  expect(await attach('leader', 'CASE', id)).toMatchObject({
    code: expect.stringMatching('FORBIDDEN|NOT_FOUND|REFUSED'),
  });
  for (const account of ['county', 'bureau', 'leader', 'director'] as const) {
    const person = await post.as(account);
    const shown = await person.ask(CASE, { id });
    expect([account, shown.attachments.map((each: any) => each.id)]).toEqual([account, evidence]);
    for (const { url } of shown.attachments) expect((await person.get(url)).status).toBe(200);
    expect(shown.viewerCanAttach).toBe(['county', 'bureau'].includes(account));
    // Their own, and nobody else's.
    const may = shown.attachments.map((each: any) => each.viewerCanDetach);
    expect([account, may]).toEqual([account, [account === 'county', account === 'bureau']]);
  }
  for (const account of ['otherClerk', 'clerk', 'analyst', 'officer', 'foreignClerk'] as const) {
    const person = await post.as(account);
    expect((await person.head(evidence[0])).status).toBe(404);
    expect((await person.ask(DETACH, { id: evidence[0] })).code).toBe('NOT_FOUND');
  }
  const bureau = await post.as('bureau');
  expect(await bureau.ask(DETACH, { id: evidence[0] })).toMatchObject({ code: 'REFUSED', unmet: ['author'] });
  expect(await bureau.ask(DETACH, { id: evidence[1] })).toEqual({ id: evidence[1] });
  expect((await (await post.as('county')).ask(CASE, { id })).attachments).toHaveLength(1);
  const { rows } = await post.fixture.admin.query(
    `select kind, ears, unit_code::text from event where about ->> 'CASE' = $1 and subject = 'ATTACHMENT' order by n`,
    [id],
  );
  expect(rows.filter(({ ears }) => ears === 'LEADERS').map(({ kind }) => kind)).toEqual([
    ...['ATTACHED', 'ATTACHMENT_ARRIVED', 'ATTACHED', 'ATTACHMENT_ARRIVED', 'DETACHED'],
  ]);
  expect(rows.some(({ ears, unit_code }) => ears === 'UNIT' && unit_code === String(UNITS.water))).toBe(true);
});

const HISTORY = 'query ($id: ID!) { case(id: $id) { timeline { deed actorName attachmentKinds attachmentIds } } }';
test('the history of a case tells whoever takes part in it who added what and who took it back, and nobody else', async () => {
  const { id, assigned } = await caseOf(post.fixture);
  await assigned(assignmentOf({ coUnits: [] }));
  const [ours, theirs] = [await attach('county', 'CASE', id), await attach('bureau', 'CASE', id)];
  await (await post.as('bureau')).ask(DETACH, { id: theirs });
  for (const account of ['county', 'bureau', 'leader'] as const) {
    const { timeline } = await (await post.as(account)).ask(HISTORY, { id });
    const told = timeline.filter(({ attachmentKinds }: any) => attachmentKinds.length > 0);
    expect([account, told]).toEqual([
      account,
      [
        { deed: 'attach', actorName: '测试·county', attachmentKinds: ['PHOTO'], attachmentIds: [ours] },
        { deed: 'attach', actorName: '测试·bureau', attachmentKinds: ['PHOTO'], attachmentIds: [theirs] },
        { deed: 'detach', actorName: '测试·bureau', attachmentKinds: ['PHOTO'], attachmentIds: [theirs] },
      ],
    ]);
  }
  for (const account of ['otherClerk', 'clerk', 'foreignClerk'] as const) {
    expect([account, (await (await post.as(account)).ask(HISTORY, { id }))?.timeline]).toEqual([account, undefined]);
    const scope = post.fixture.scope(account);
    const seen = await scope.rows('select 1 from audit where county_code = $1 and subject_id = $2', [scope.county, id]);
    await scope.end('rollback');
    expect([account, seen]).toEqual([account, []]);
  }
});

test('six who attach the same to a case at once attach it once, and no more at once than it may have', async () => {
  const { id, assigned } = await caseOf(post.fixture);
  await assigned(assignmentOf({ coUnits: [] }));
  const county = await post.as('county');
  const sent = (drafts: unknown[]) => county.ask(ATTACH, { subject: 'CASE', id, attachments: drafts });
  const voice = partOf(webm(2), 'VOICE').draft;
  const same = await Promise.all(Array.from({ length: 6 }, () => sent([voice])));
  expect(same.map(({ code }) => code)).toEqual(Array(6).fill(undefined));
  expect((await county.ask(CASE, { id })).attachments).toHaveLength(1);
  const others = await Promise.all(Array.from({ length: 6 }, () => sent([partOf(webm(2), 'VOICE').draft])));
  const most = mostOf('CASE', 'VOICE');
  expect(others.filter(({ code }) => code === undefined)).toHaveLength(most - 1);
  expect((await county.ask(CASE, { id })).attachments).toHaveLength(most);
});

test('whom a case is about attaches nothing to it', async () => {
  const { id, deed } = await caseOf(post.fixture, 'county', { concerns: [String(UNITS.water)] });
  await deed('county', 'decideCase', { decision: ACCEPTED });
  expect(await attach('bureau', 'CASE', id)).toMatchObject({ code: 'NOT_FOUND' });
});

test('whoever revisits shows what they saw, as long as they may say it', async () => {
  const { revisit, reported } = await caseOf(post.fixture);
  await reported();
  const id = await revisit('PRE_CLOSE');
  const shown = await attach('county', 'REVISIT', id);
  expect(await (await post.as('county')).ask(REVISIT, { id })).toMatchObject({
    viewerCanAttach: true,
    attachments: [{ id: shown, state: 'ARRIVED' }],
  });
  expect(await (await post.as('leader')).ask(REVISIT, { id })).toMatchObject({
    viewerCanAttach: false,
    attachments: [{ id: shown }],
  });
  expect(await attach('bureau', 'REVISIT', id)).toMatchObject({
    code: expect.stringMatching('NOT_FOUND|REFUSED|FORBIDDEN'),
  });
});
