import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf, tenDays } from '@lxq/schema/calendar.ts';
import { type Fixture, startFixture } from '../testing.ts';
import {
  APPROVE,
  approved,
  ask,
  edited,
  HEAD,
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
  VOID,
} from './testing.digest.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_version, digest_receipt, digest_file, instruction cascade',
  );
  await fixture.admin.query(`update report set state = 'ARCHIVED'`);
});

const today = () => dayOf(new Date());

test('the first issue covers the present ten days, the next begins on the day after', async () => {
  const first = await open(fixture);
  expect(first).toMatchObject({
    state: 'COLLECTING',
    periodFrom: tenDays(today()).from,
    periodTo: tenDays(today()).to,
  });
  await monthsLater(fixture);
  const next = await open(fixture);
  expect(next.periodFrom).toBe(addDays(first.periodTo, -59));
  expect(next.periodTo).toBe(tenDays(next.periodFrom).to);
});

test('a county that reports weekly gets weeks from Monday on', async () => {
  await fixture.admin.query(`update county set digest_cycle = 'WEEK'`);
  try {
    const { periodFrom, periodTo } = await open(fixture);
    expect(new Date(`${periodFrom}T00:00:00Z`).getUTCDay()).toBe(1);
    expect(periodTo).toBe(addDays(periodFrom, 6));
  } finally {
    await fixture.admin.query(`update county set digest_cycle = 'TEN_DAYS'`);
  }
});

test('two clerks who open the next period at once open one issue', async () => {
  const OPEN = `mutation { openDigest { ${HEAD} } }`;
  const both = await Promise.all([fixture.run('county', OPEN), fixture.run('county2', OPEN)]);
  expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(both.find(({ errors }) => errors)?.errors?.[0]?.extensions).toMatchObject({
    code: 'REFUSED',
    unmet: ['periodNotBegun'],
  });
});

test('a voided issue takes no number and its period is opened again', async () => {
  const voided = await approved(fixture);
  await ask(fixture, 'county', VOID, { id: voided.id, version: voided.version });
  const again = await issued(fixture);
  expect(again).toMatchObject({ no: 1, cumNo: 1, periodFrom: voided.periodFrom, periodTo: voided.periodTo });
});

test('a period voided after later ones were opened comes before anything new', async () => {
  const early = await open(fixture);
  await monthsLater(fixture);
  const late = await open(fixture);
  await ask(fixture, 'county', VOID, { id: early.id, version: early.version });
  expect(
    (await ask(fixture, 'county', `query ($id: ID!) { digest(id: $id) { checks { code } } }`, { id: late.id })).digest
      .checks,
  ).not.toContainEqual({ code: 'periodGap' });
  const again = await open(fixture);
  expect(again).toMatchObject({ periodTo: addDays(late.periodFrom, -1) });
});

test('an issue takes over recipients, mark and copies from the last one', async () => {
  await issued(fixture);
  await monthsLater(fixture);
  const { id } = await open(fixture);
  const { digest } = await ask(
    fixture,
    'county',
    'query ($id: ID!) { digest(id: $id) { mark copies issuer recipients { report send issue } } }',
    { id },
  );
  expect(digest).toEqual({
    mark: '内部资料 注意保存',
    copies: 60,
    issuer: '中共清禾县委群众工作办公室',
    recipients: RECIPIENTS,
  });
});

test('who edited an issue does not sign it, whichever post they act under', async () => {
  const digest = await edited(fixture);
  const { version } = (await ask(fixture, 'county2', SUBMIT, { id: digest.id, version: digest.version }))
    .submitDigestForReview;
  // The director stood in for a clerk and wrote part of it; somebody else sent it in.
  const { countyCode, personId } = fixture.rights('director');
  await fixture.admin.query(
    `insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, actor_id, actor_name, actor_role) values ($1, gen_random_uuid(), $4, now(), 'DIGEST', $2, 'edit', $3, 'x', 'COUNTY_CLERK')`,
    [countyCode, digest.id, personId, countyCode * 1_000_000_000],
  );
  const variables = { id: digest.id, version };
  expect(
    (await ask(fixture, 'director', 'query ($id: ID!) { digest(id: $id) { viewerCanApprove } }', { id: digest.id }))
      .digest.viewerCanApprove,
  ).toBe(false);
  expect(await refusal(fixture, 'director', APPROVE, variables)).toMatchObject({
    code: 'REFUSED',
    unmet: ['fourEyes'],
  });
});

test('a clerk does not sign and a director does not edit', async () => {
  const { id, version } = await edited(fixture);
  expect(await refusal(fixture, 'county', APPROVE, { id, version })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(fixture, 'director', SAVE, { id, version, copies: 1, recipients: RECIPIENTS })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('the date of an issue is the date of signing, and sending back takes the signature away', async () => {
  const signed = await approved(fixture);
  expect(signed.signedOn).toBe(today());
  const BACK = `mutation ($id: ID!, $version: Int!) { sendBackDigest(id: $id, version: $version, comment: "第二条再核实") { ${HEAD} signer { id } timeline { deed note } } }`;
  const { sendBackDigest } = await ask(fixture, 'director', BACK, { id: signed.id, version: signed.version });
  expect(sendBackDigest).toMatchObject({ state: 'EDITING', signedOn: null, signer: null });
  expect(sendBackDigest.timeline.at(-1)).toEqual({ deed: 'sendBack', note: '第二条再核实' });
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
    `select n from event where kind = 'REPORT_DIGESTED' and report_id = any($1)`,
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

test('leaders and analysts see what was issued, and of the rest that there is no such thing', async () => {
  const { id } = await edited(fixture);
  for (const reader of ['leader', 'analyst'] as const) {
    expect(await refusal(fixture, reader, 'query ($id: ID!) { digest(id: $id) { id } }', { id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await ask(fixture, reader, '{ digests { edges { node { id } } } }')).digests.edges).toEqual([]);
  }
  expect(await refusal(fixture, 'foreignClerk', 'query ($id: ID!) { digest(id: $id) { id } }', { id })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await refusal(fixture, 'clerk', 'query ($id: ID!) { digest(id: $id) { id } }', { id })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect((await ask(fixture, 'county', '{ digests { edges { node { id } } } }')).digests.edges).toHaveLength(1);
});

test('how an issue came about is the office’s, not the reader’s', async () => {
  const { id } = await issued(fixture);
  const ALL =
    'query ($id: ID!) { digest(id: $id) { candidates { edges { cursor } } candidateCounts { count } checks { code } versions { id } receipts { roleName } timeline { deed } } }';
  expect((await ask(fixture, 'leader', ALL, { id })).digest).toEqual({
    candidates: { edges: [] },
    candidateCounts: [],
    checks: [],
    versions: [],
    receipts: [],
    timeline: [],
  });
  expect((await ask(fixture, 'county', ALL, { id })).digest.versions.length).toBeGreaterThan(0);
});

test('every leader is on the list, and the first reading counts', async () => {
  const { id } = await issued(fixture);
  const READ = 'mutation ($id: ID!) { markDigestRead(id: $id) { readAt } }';
  const { readAt } = (await ask(fixture, 'leader', READ, { id })).markDigestRead;
  expect(Date.now() - +readAt).toBeLessThan(60_000);
  expect((await ask(fixture, 'leader', READ, { id })).markDigestRead.readAt).toEqual(readAt);
  await ask(fixture, 'county', READ, { id });
  const { receipts } = (
    await ask(
      fixture,
      'county',
      'query ($id: ID!) { digest(id: $id) { receipts { roleName readAt person { name } } } }',
      { id },
    )
  ).digest;
  expect(
    receipts.map((receipt: { person: { name: string }; readAt: string }) => [
      receipt.person.name,
      receipt.readAt !== null,
    ]),
  ).toEqual([
    ['测试·leader', true],
    ['测试·director', false],
    ['测试·leader2', false],
  ]);
  const { rows } = await fixture.admin.query(
    `select count(*)::int as n from event where kind = 'DIGEST_READ' and digest_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('a list of issues and an issue cost the same number of statements for ten rows as for a hundred', async () => {
  const LIST = `{ digests(first: 200) { edges { node { ${HEAD} itemCount readAt editor { name } signer { name } receipts { roleName readAt person { name } } viewerCanEdit viewerCanApprove viewerCanIssue files { url } } } } }`;
  const ONE = `query ($id: ID!) { digest(id: $id) { ${HEAD} document checks { code } items { number title body portfolio { heading leader { name } } reports { no } reportCount instructions { text } corrects { number digest { no } } viewerCanInstruct digest { id } } } }`;
  const cost = async (account: 'county' | 'leader', document: string, variables?: Record<string, unknown>) => {
    const before = fixture.database.statements;
    await ask(fixture, account, document, variables);
    return fixture.database.statements - before;
  };
  const { id } = await edited(fixture, 4);
  const few = { list: await cost('county', LIST), one: await cost('county', ONE, { id }) };
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients, editor_id)
     select county_code, gen_random_uuid(), 'REVIEWING', period_from - 1000 + n, period_to - 1000 + n, title, mark, issuer, recipients, editor_id from digest, generate_series(1, 100) n`,
  );
  await fixture.admin.query(
    `insert into digest_item (county_code, id, digest_id, position, portfolio_id, title, body, text)
     select county_code, gen_random_uuid(), digest_id, 100 + n, portfolio_id, title, body, text from digest_item, generate_series(1, 25) n`,
  );
  await fixture.admin.query(
    `insert into digest_item_report select i.county_code, i.id, l.report_id, i.digest_id from digest_item i, lateral (select report_id from digest_item_report limit 1) l on conflict do nothing`,
  );
  expect({ list: await cost('county', LIST), one: await cost('county', ONE, { id }) }).toEqual(few);
});
