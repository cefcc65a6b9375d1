import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { picture } from '../../attachments/attachment-files.testing.ts';
import { type Post, partOf, startPost } from '../../attachments/attachment-server.testing.ts';
import { ask } from '../digest.testing.ts';
import {
  choose,
  first,
  illustrated,
  issueOf,
  noIssues,
  refusedChoice,
  shown,
  told,
  WATER,
} from './digest-picture.testing.ts';

/* Which pictures an item carries, and which it never can. */
let post: Post;
beforeAll(async () => {
  post = await startPost();
});
afterAll(() => post.close());
beforeEach(() => noIssues(post));

test('of the photos of its sources an item carries two, in their order; taken out or moved it is another version', async () => {
  const source = await told(post, 3);
  const [a, b] = source.photos as [string, string];
  const { id, ...issue } = await issueOf(post, [source]);
  const item = first(issue);
  expect(item.photos.map(({ reportId, attachment }) => [reportId, attachment.id])).toEqual(
    source.photos.map((photo) => [source.report, photo]),
  );
  expect(item.pictures).toEqual([]);
  const two = await choose(post, id, item, { pictures: [b, a] });
  expect([two.pictures, two.version]).toEqual([[b, a], item.version + 1]);
  // Whoever says nothing of pictures, as an older page does, leaves them.
  const reworded = await choose(post, id, two, { title: '机井修好了' });
  expect(reworded.pictures).toEqual([b, a]);
  const moved = await choose(post, id, reworded, { title: '机井修好了', pictures: [a, b] });
  const none = await choose(post, id, moved, { title: '机井修好了', pictures: [] });
  expect([moved.pictures, none.pictures]).toEqual([[a, b], []]);
  const upon = await refusedChoice(post, id, two, { pictures: [a] });
  expect(upon).toMatchObject({ code: 'CONFLICT', version: none.version, pictures: [] });
});

test('a third is refused in words, by the service and by the database', async () => {
  const source = await told(post, 3);
  const { id, ...issue } = await issueOf(post, [source]);
  expect(await refusedChoice(post, id, first(issue), { pictures: source.photos })).toMatchObject({
    ...{ code: 'BAD_INPUT', field: 'item.pictures', message: '每条最多选用 2 张照片' },
  });
  const put = (pictures: string[]) =>
    post.fixture.admin.query('update digest_item set pictures = $1 where digest_id = $2', [pictures, id]);
  await expect(put(source.photos)).rejects.toThrow('digest_item_pictures_check');
  await expect(put([source.photos[0], source.photos[0]] as string[])).rejects.toThrow('digest_item_pictures_check');
});

test('none is chosen that is of another report, of a sealed one, not there yet, taken back, no picture, or nothing', async () => {
  const [source, other] = [await told(post), await told(post)];
  const officer = await post.as('officer');
  const awaited = partOf(await picture());
  const sealed = await told(post, 1, { topic: 'CONDUCT' });
  const { id, ...issue } = await issueOf(post, [source]);
  const item = first(issue);
  const [kept, back] = source.photos as [string, string];
  const { attachments } = await officer.reports([awaited]);
  await post.fixture.admin.query(`update report set state = 'SUBMITTED' where id = $1`, [source.report]);
  await officer.ask('mutation ($id: ID!) { detach(id: $id) { id } }', { id: back });
  const wrong = { other: other.photos[0], sealed: sealed.photos[0], awaited: attachments[0].id, back, nothing: v7() };
  for (const [what, photo] of Object.entries(wrong)) {
    expect([what, await refusedChoice(post, id, item, { pictures: [photo] })]).toMatchObject([
      what,
      { code: 'REFUSED', unmet: ['pictures'] },
    ]);
    // And past the service, as the runtime role.
    const scope = post.fixture.scope('county');
    await scope.rows('update digest_item set pictures = $3 where county_code = $1 and id = $2', [
      ...[scope.county, item.id, [photo]],
    ]);
    await expect(scope.end('commit')).rejects.toThrow('an item carries pictures of its own sources');
  }
  expect((await choose(post, id, item, { pictures: [kept] })).pictures).toEqual([kept]);
  // Without its source it goes too: the same save cannot keep one and drop the other.
  const { version } = first(await shown(post, id));
  expect(await refusedChoice(post, id, { ...item, version }, { pictures: [kept], reports: [] })).toMatchObject({
    unmet: ['pictures'],
  });
});

test('the history keeps how the pictures were called', async () => {
  const { id, source, item } = await illustrated(post);
  await post.fixture.admin.query(`update digest_version set at = at - interval '3 minutes'`);
  const [a, b] = source.photos as [string, string];
  await choose(post, id, item, { portfolio: WATER, pictures: [b] });
  const { versions } = await shown(post, id);
  const no = `\\d{4}-\\d{6}`;
  const ofItem = versions.filter(({ itemId }: { itemId: string | null }) => itemId);
  expect(ofItem.map(({ pictures }: { pictures: string[] }) => pictures)).toEqual([
    [expect.stringMatching(`^${no} 照片2$`)],
    [expect.stringMatching(`^${no} 照片1$`), expect.stringMatching(`^${no} 照片2$`)],
    [],
  ]);
  expect(a).not.toBe(b);
});

test('an issue without pictures asks what it asked before, and one with sixty asks once more for all of them', async () => {
  const { fixture } = post;
  const source = await told(post);
  const { id, ...issue } = await issueOf(post, [source]);
  const cost = async (fields: string) => {
    const before = fixture.database.statements;
    await ask(fixture, 'county', `query ($id: ID!) { digest(id: $id) { ${fields} } }`, { id });
    return fixture.database.statements - before;
  };
  const DOCUMENT = 'document checks { code }';
  const EDITOR = 'items { id title pictures reports { id } }';
  const [plain, editor] = [await cost(DOCUMENT), await cost(EDITOR)];
  await choose(post, id, first(issue), { portfolio: WATER, pictures: source.photos });
  await fixture.admin.query(
    `insert into digest_item (county_code, id, digest_id, position, portfolio_id, title, body, text, pictures)
     select county_code, gen_random_uuid(), digest_id, position + n, portfolio_id, title, body, text, pictures from digest_item, generate_series(1, 60) n`,
  );
  await fixture.admin.query(
    'insert into digest_item_report (county_code, item_id, report_id, digest_id) select i.county_code, i.id, l.report_id, i.digest_id from digest_item i, (select report_id from digest_item_report limit 1) l on conflict do nothing',
  );
  expect(await cost(DOCUMENT)).toBe(plain + 1);
  expect(await cost(EDITOR)).toBe(editor);
  expect(await cost(`${EDITOR} items { photos { attachment { thumbnailUrl } } }`)).toBe(editor + 1);
});
