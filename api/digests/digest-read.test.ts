import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Fixture, startFixture } from '../testing/fixture.ts';
import { ask, edited, HEAD, issued, refusal } from './digest.testing.ts';

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
    receipts: [{ roleName: '县领导' }], // of the three on the list their own
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
    `select count(*)::int as n from event where kind = 'DIGEST_READ' and subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('a leader who comes later than the issue is on the list by the level of their post once they have read it', async () => {
  const { id } = await issued(fixture);
  const read = async (account: 'leader' | 'leader2' | 'director' | 'county') => {
    await ask(fixture, account, 'mutation ($id: ID!) { markDigestRead(id: $id) { id } }', { id });
  };
  await fixture.admin.query('delete from digest_receipt where digest_id = $1', [id]);
  await fixture.admin.query(`update post set leader_level = 'CITY' where id = $1`, [fixture.rights('leader2').postId]);
  for (const account of ['leader', 'leader2', 'director', 'county'] as const) await read(account);
  await fixture.admin.query('update post set leader_level = null where id = $1', [fixture.rights('leader2').postId]);
  const { rows } = await fixture.admin.query(
    'select person_name, role_name from digest_receipt where digest_id = $1 order by person_name collate "C"',
    [id],
  );
  expect(rows).toEqual([
    { person_name: '测试·director', role_name: '县群工办主任' },
    { person_name: '测试·leader', role_name: '县领导' },
    { person_name: '测试·leader2', role_name: '市领导' },
  ]);
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
