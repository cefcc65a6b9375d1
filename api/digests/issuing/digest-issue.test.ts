import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import {
  APPROVE,
  approved,
  ask,
  edited,
  GATHER,
  ISSUE,
  issued,
  look,
  monthsLater,
  open,
  RECIPIENTS,
  refusal,
  SAVE,
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
  await fixture.admin.query(`update report set state = 'ARCHIVED', set_aside_at = now()`);
});

test('of two clerks who issue at once one wins, the number is taken once, and the other is told who did it', async () => {
  const { id, version } = await approved(fixture);
  const both = await Promise.all([
    fixture.run('county', ISSUE, { id, version }),
    fixture.run('director', ISSUE, { id, version }),
  ]);
  const [lost] = both.filter(({ errors }) => errors);
  expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(lost?.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', deed: 'issue', state: 'ISSUED' });
  expect(lost?.errors?.[0]?.message).toMatch(/^测试·(county|director)已先印发本期/);
  const { rows } = await fixture.admin.query('select no, cum_no from digest');
  expect(rows).toEqual([{ no: 1, cum_no: 1 }]);
});

test('sent for review twice at once, and signed twice at once, an issue moves once each time', async () => {
  const { id, version } = await edited(fixture);
  const steps = [
    { account: 'county', deed: 'submitForReview', document: SUBMIT, version },
    { account: 'director', deed: 'approve', document: APPROVE, version: version + 1 },
  ] as const;
  for (const { account, deed, document, version: seen } of steps) {
    const both = await Promise.all([0, 1].map(() => fixture.run(account, document, { id, version: seen })));
    expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(both.find(({ errors }) => errors)?.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', deed });
    const { rows } = await fixture.admin.query('select 1 from audit where subject_id = $1 and deed = $2', [id, deed]);
    expect(rows).toHaveLength(1);
  }
});

test('numbers go on within the year and without end, in the order of the periods', async () => {
  expect(await issued(fixture)).toMatchObject({ no: 1, cumNo: 1 });
  await monthsLater(fixture);
  expect(await issued(fixture)).toMatchObject({ no: 2, cumNo: 2 });
  await fixture.admin.query(`alter table digest disable trigger digest_kept`);
  await fixture.admin.query(`update digest set year = year - 1`);
  await fixture.admin.query(`alter table digest enable trigger digest_kept`);
  await monthsLater(fixture);
  expect(await issued(fixture)).toMatchObject({ no: 1, cumNo: 3 });
});

test('an issue does not go out before the one that precedes it', async () => {
  await open(fixture);
  await monthsLater(fixture);
  const { id, version } = await approved(fixture);
  expect(await refusal(fixture, 'county', ISSUE, { id, version })).toMatchObject({
    code: 'REFUSED',
    unmet: ['previousNotIssued'],
  });
});

test('issuing moves every report it rests on, with its history and its event, and what was merged stays merged', async () => {
  const { id, version } = await approved(fixture, 2);
  const { rows: before } = await fixture.admin.query('select report_id from digest_item_report where digest_id = $1', [
    id,
  ]);
  const member = await triaged(fixture);
  await fixture.admin.query(`update report set state = 'MERGED', master_id = $2 where id = $1`, [
    member,
    before[0].report_id,
  ]);
  await ask(fixture, 'county', ISSUE, { id, version });
  const ids = before.map((row) => row.report_id);
  const { rows } = await fixture.admin.query('select distinct state from report where id = any($1)', [ids]);
  expect(rows).toEqual([{ state: 'DIGESTED' }]);
  const { rows: kept } = await fixture.admin.query('select state from report where id = $1', [member]);
  expect(kept).toEqual([{ state: 'MERGED' }]);
  const { rows: steps } = await fixture.admin.query(
    `select from_state, to_state, note from audit where deed = 'digest' and subject_id = any($1)`,
    [ids],
  );
  expect(steps).toHaveLength(2);
  expect(steps[0]).toMatchObject({
    from_state: 'TRIAGED',
    to_state: 'DIGESTED',
    note: expect.stringMatching(/^十日信息摘报\d{4}年第1期$/),
  });
  const { rows: events } = await fixture.admin.query(
    `select n from event where kind = 'REPORT_DIGESTED' and subject_id = any($1)`,
    [ids],
  );
  expect(events).toHaveLength(2);
});

test('issuing costs the same number of statements for ten reports as for sixty', async () => {
  const cost = async (reports: number) => {
    const { id, version } = await approved(fixture, reports);
    const before = fixture.database.statements;
    await ask(fixture, 'county', ISSUE, { id, version });
    await monthsLater(fixture);
    return fixture.database.statements - before;
  };
  expect(await cost(60)).toBe(await cost(10));
});

test('an issued digest cannot be changed by anybody, not even the owner of the tables', async () => {
  const { id, version } = await issued(fixture);
  const [item] = (await look(fixture, id)).items;
  expect(await refusal(fixture, 'county', SAVE, { id, version, copies: 1, recipients: RECIPIENTS })).toMatchObject({
    code: 'REFUSED',
  });
  const changes = [
    `update digest set frozen = '{}' where id = '${id}'`,
    `update digest set content_hash = 'x' where id = '${id}'`,
    `update digest set no = 7 where id = '${id}'`,
    `update digest set title = '别的' where id = '${id}'`,
    `update digest set state = 'EDITING' where id = '${id}'`,
    `delete from digest_item where id = '${item?.id}'`,
    `update digest_item set title = '别的' where id = '${item?.id}'`,
    `delete from digest_item_report where digest_id = '${id}'`,
    `delete from digest where id = '${id}'`,
  ];
  for (const change of changes)
    await expect(fixture.admin.query(change)).rejects.toThrow('an issued digest never changes');
  const scope = fixture.scope('county');
  const { countyCode } = scope.rights;
  await expect(
    scope.rows(
      `insert into digest_item (county_code, id, digest_id, position, title, body, text) values ($1, gen_random_uuid(), $2, 9, '补', '{}', '')`,
      [countyCode, id],
    ),
  ).rejects.toThrow('never changes');
  await scope.end('rollback');
});

test('the document of an issue stays what its hash says when portfolios are renamed', async () => {
  const { id, contentHash } = await issued(fixture);
  const DOCUMENT = 'query ($id: ID!) { digest(id: $id) { document contentHash items { number title } } }';
  const before = await ask(fixture, 'leader', DOCUMENT, { id });
  await fixture.admin.query(`update portfolio set name = '别的工作', position = 9 - position`);
  try {
    expect(await ask(fixture, 'leader', DOCUMENT, { id })).toEqual(before);
    expect(before.digest.contentHash).toBe(contentHash);
    expect(before.digest.document).toMatchObject({
      no: 1,
      cumNo: 1,
      mark: '内部资料 注意保存',
      signer: '测试·director',
      copies: 60,
    });
    expect(before.digest.document.sections.map((section: { heading: string }) => section.heading)).toEqual([
      '分管农业农村（测试·leader）',
      '分管城乡建设（测试·leader2）',
    ]);
    expect(
      before.digest.document.sections.flatMap(
        (section: { items: { number: number; sources: string }[] }) => section.items,
      ),
    ).toMatchObject([
      { number: 1, sources: '（东关镇 1 条）' },
      { number: 2, sources: '（东关镇 1 条）' },
    ]);
  } finally {
    await fixture.admin.query(
      `update portfolio set name = case position when 9 then '农业农村' else '城乡建设' end, position = 9 - position`,
    );
  }
});

test('an issue tells of what a township has answered meanwhile: it stays answered, and has been told of', async () => {
  const { id, version } = await approved(fixture, 1);
  const { rows: told } = await fixture.admin.query(
    `update report set state = 'REPLIED', answer = '已修好', answered_at = now()
     where id = (select report_id from digest_item_report where digest_id = $1) returning id`,
    [id],
  );
  await ask(fixture, 'county', ISSUE, { id, version });
  const { rows } = await fixture.admin.query(
    `select state, digested_at is not null as told, from_state, to_state from report r join audit a on a.subject_id = r.id and a.deed = 'digest' where r.id = $1`,
    [told[0].id],
  );
  expect(rows).toEqual([{ state: 'REPLIED', told: true, from_state: 'REPLIED', to_state: 'REPLIED' }]);
});

test('a report that nobody has judged keeps an issue from review', async () => {
  const { id } = await open(fixture);
  await ask(fixture, 'county', GATHER, { id, reports: [await submitted(fixture, 'officer')] });
  const { version } = await look(fixture, id);
  expect((await refusal(fixture, 'county', SUBMIT, { id, version })).unmet).toContain('sourceNotTriaged');
});
