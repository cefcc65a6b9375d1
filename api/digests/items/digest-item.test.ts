import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { v7 as uuid } from 'uuid';
import { type Fixture, idOf, startFixture, submitted } from '../../testing/fixture.ts';
import {
  ask,
  edited,
  issued,
  look,
  monthsLater,
  open,
  refusal,
  SAVE_ITEM,
  SUBMIT,
  triaged,
} from '../digest.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_version, digest_receipt, digest_file, instruction cascade',
  );
  await fixture.admin.query(`update report set state = 'ARCHIVED', set_aside_at = now(), master_id = null`);
});

const WATER = idOf('portfolio/water');
const ROAD = idOf('portfolio/road');
const input = (changes: Record<string, unknown> = {}) => ({
  title: '三村机井出水不足',
  body: richTextFromPlain('三个村的机井出水不足。'),
  portfolio: WATER,
  reports: [],
  ...changes,
});
const saveItem = async (digest: string, item: Record<string, unknown>, account: 'county' | 'county2' = 'county') =>
  (await ask(fixture, account, SAVE_ITEM, { digest, item })).saveDigestItem;

test('upon an older version an item is a conflict that shows what stands there, and nothing is lost', async () => {
  const { id } = await open(fixture);
  const item = await saveItem(id, input());
  await saveItem(id, input({ id: item.id, version: item.version, title: '他人的标题' }), 'county2');
  const mine = input({ id: item.id, version: item.version, title: '我的标题' });
  expect(await refusal(fixture, 'county', SAVE_ITEM, { digest: id, item: mine })).toMatchObject({
    code: 'CONFLICT',
    version: 2,
    title: '他人的标题',
    text: '三个村的机井出水不足。',
    body: richTextFromPlain('三个村的机井出水不足。'),
    portfolio: WATER,
    by: '测试·county2',
  });
  expect((await look(fixture, id)).items[0]).toMatchObject({ title: '他人的标题', version: 2 });
});

test('two clerks who save one item at once: one is stored, the other is told', async () => {
  const { id } = await open(fixture);
  const { id: item, version } = await saveItem(id, input());
  const both = await Promise.all(
    (['county', 'county2'] as const).map((account) =>
      fixture.run(account, SAVE_ITEM, { digest: id, item: input({ id: item, version, title: account }) }),
    ),
  );
  expect(both.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'stored').sort()).toEqual(['CONFLICT', 'stored']);
});

test('what is saved while the issue is submitted is either checked or refused, never slipped in', async () => {
  for (let i = 0; i < 6; i++) {
    const { id, version, items } = await edited(fixture, 1);
    const item = input({ id: items[0]?.id, version: items[0]?.version, title: '电话13812345678' });
    await Promise.all([
      fixture.run('county', SUBMIT, { id, version }),
      fixture.run('county', SAVE_ITEM, { digest: id, item }),
    ]);
    const { rows } = await fixture.admin.query(
      `select d.state, i.title from digest d join digest_item i on i.digest_id = d.id where d.id = $1`,
      [id],
    );
    expect([rows[0].state === 'REVIEWING', rows[0].title.includes('电话')]).not.toEqual([true, true]);
    await monthsLater(fixture);
  }
});

test('an autosave adds no version of the issue, and those of two minutes are one version of the text', async () => {
  const { id } = await open(fixture);
  let item = await saveItem(id, input());
  const { version } = await look(fixture, id);
  for (const title of ['第一稿', '第二稿', '第三稿'])
    item = await saveItem(id, input({ id: item.id, version: item.version, title }));
  expect((await look(fixture, id)).version).toBe(version);
  const versions = async () =>
    (
      await ask(fixture, 'county', 'query ($id: ID!) { digest(id: $id) { versions { title itemId by { name } } } }', {
        id,
      })
    ).digest.versions.map((one: { title: string }) => one.title);
  expect(await versions()).toEqual(['第三稿', '三村机井出水不足']);
  item = await saveItem(id, input({ id: item.id, version: item.version, title: '他人的' }), 'county2');
  expect(await versions()).toEqual(['他人的', '第三稿', '三村机井出水不足']);
  await fixture.admin.query(`update digest_version set at = at - interval '3 minutes'`);
  item = await saveItem(id, input({ id: item.id, version: item.version, title: '他人又改' }), 'county2');
  expect(await versions()).toEqual(['他人又改', '他人的', '第三稿', '三村机井出水不足']);
  await saveItem(id, input({ id: item.id, version: item.version, title: '他人又改', portfolio: ROAD }), 'county2');
  expect(await versions()).toHaveLength(4);
});

test('the pen passing to another clerk is in the history, each autosave is not', async () => {
  const { id } = await open(fixture);
  let item = await saveItem(id, input());
  for (const account of ['county', 'county', 'county2', 'county2'] as const)
    item = await saveItem(
      id,
      input({ id: item.id, version: item.version, title: `${account}${item.version}` }),
      account,
    );
  const { timeline, editor } = (
    await ask(
      fixture,
      'county',
      'query ($id: ID!) { digest(id: $id) { editor { name } timeline { deed actorName } } }',
      { id },
    )
  ).digest;
  expect(timeline.map((step: { deed: string; actorName: string }) => [step.deed, step.actorName])).toEqual([
    ['open', '测试·county'],
    ['edit', '测试·county'],
    ['edit', '测试·county2'],
  ]);
  expect(editor.name).toBe('测试·county2');
});

test.each([
  ['item.title', { title: '一' }],
  ['item.title', { title: '长'.repeat(81) }],
  ['item.body', { body: { type: 'doc', content: [{ type: 'image' }] } }],
  ['item.body', { body: richTextFromPlain('字'.repeat(20_001)) }],
  ['item.portfolio', { portfolio: uuid() }],
  ['item.reports', { reports: ['x'] }],
])('%s that does not fit is refused by name', async (field, changes) => {
  const { id } = await open(fixture);
  expect(await refusal(fixture, 'county', SAVE_ITEM, { digest: id, item: input(changes) })).toMatchObject({
    code: 'BAD_INPUT',
    field,
  });
});

test('an item cannot rest on a report that was taken back, stands elsewhere, or is an accusation', async () => {
  const { id, items } = await edited(fixture, 1);
  const [taken] = (
    await ask(fixture, 'county', 'query ($id: ID!) { digest(id: $id) { items { reports { id } } } }', { id })
  ).digest.items[0].reports;
  const sealed = await triaged(fixture, { line: 'SEALED' });
  const withdrawn = await submitted(fixture, 'officer');
  await fixture.admin.query(`update report set state = 'WITHDRAWN' where id = $1`, [withdrawn]);
  for (const report of [taken.id, withdrawn, sealed, uuid()])
    expect(
      await refusal(fixture, 'county', SAVE_ITEM, { digest: id, item: input({ reports: [report] }) }),
    ).toMatchObject({ code: 'REFUSED', unmet: ['sourceNotTriaged'] });
  expect(items).toHaveLength(1);
});

test('the order is the whole order: every item once, upon the issue as it stands', async () => {
  const SEQUENCE =
    'mutation ($id: ID!, $version: Int!, $items: [ID!]!) { sequenceDigestItems(digest: $id, version: $version, items: $items) { version items { id number } } }';
  const { id } = await open(fixture);
  const [a, b, c] = [
    await saveItem(id, input()),
    await saveItem(id, input({ title: '二条' })),
    await saveItem(id, input({ title: '三条' })),
  ];
  const { version } = await look(fixture, id);
  const { sequenceDigestItems } = await ask(fixture, 'county', SEQUENCE, { id, version, items: [c.id, a.id, b.id] });
  expect(sequenceDigestItems.items).toEqual([
    { id: c.id, number: 1 },
    { id: a.id, number: 2 },
    { id: b.id, number: 3 },
  ]);
  expect(await refusal(fixture, 'county', SEQUENCE, { id, version, items: [a.id, b.id, c.id] })).toMatchObject({
    code: 'CONFLICT',
  });
  for (const items of [
    [a.id, b.id],
    [a.id, b.id, b.id],
    [a.id, b.id, uuid()],
    [a.id, a.id, b.id, c.id],
  ])
    expect(
      await refusal(fixture, 'county', SEQUENCE, { id, version: sequenceDigestItems.version, items }),
    ).toMatchObject({
      code: 'BAD_INPUT',
      field: 'items',
    });
});

test('a removed item is gone, its reports wait again, and the history says so', async () => {
  const { id, items } = await edited(fixture, 2);
  const REMOVE =
    'mutation ($id: ID!, $version: Int!) { removeDigestItem(id: $id, version: $version) { items { number } timeline { note } candidateCounts { count } } }';
  expect(await refusal(fixture, 'county', REMOVE, { id: items[0]?.id, version: 7 })).toMatchObject({
    code: 'CONFLICT',
  });
  const { removeDigestItem } = await ask(fixture, 'county', REMOVE, { id: items[0]?.id, version: items[0]?.version });
  expect(removeDigestItem).toMatchObject({ items: [{ number: 1 }], candidateCounts: [{ count: 1 }] });
  expect(removeDigestItem.timeline.at(-1).note).toBe('删去“村西头的机井连续三天抽不上水”');
  expect((await look(fixture, id)).items).toHaveLength(1);
});

test('a correction names an issued item, and only an issued one', async () => {
  const first = await issued(fixture, 1);
  const [wrong] = (await look(fixture, first.id)).items;
  await monthsLater(fixture);
  const { id } = await open(fixture);
  const draft = await saveItem(id, input());
  expect(
    await refusal(fixture, 'county', SAVE_ITEM, { digest: id, item: input({ corrects: draft.id }) }),
  ).toMatchObject({ code: 'REFUSED', unmet: ['corrects'] });
  const correction = await saveItem(id, input({ title: '户数有误', corrects: wrong?.id }));
  expect(correction.kind).toBe('CORRECTION');
  const ITEMS =
    'query ($id: ID!) { digest(id: $id) { document items { id kind corrects { id number digest { no } } } } }';
  const { digest } = await ask(fixture, 'county', ITEMS, { id });
  expect(digest.items[1].corrects).toEqual({ id: wrong?.id, number: 1, digest: { no: 1 } });
  expect(digest.document.sections[0].items[1]).toMatchObject({ kind: 'CORRECTION', title: '户数有误' });
  expect(digest.document.mark).toMatch(/^草稿/);
});
