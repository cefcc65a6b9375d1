import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { asking } from '../testing/answers.ts';
import { COUNTY, type Fixture, idOf, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { NAME_STAND_IN, standIn, standingIn } from '../testing/standing-in.ts';
import { HEAD as DIGEST, edited, SAVE_ITEM, SUBMIT } from './digest.testing.ts';

/** Whoever acts and whoever they stand in for are one pair of eyes. */
let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});
beforeEach(() => fixture.admin.query('delete from stand_in'));
const run: ReturnType<typeof asking> = (...asked) => asking(fixture)(...asked);

test('four eyes are of persons: what a stand-in reported as themselves they do not judge in the holder’s name', async () => {
  await run('admin', NAME_STAND_IN, standIn('clerk', 'officer'));
  const id = await submitted(fixture, 'officer');
  const { ask } = await standingIn(server, 'officer', 'clerk');
  const TRIAGE = 'mutation ($id: ID!, $version: Int!) { triageReport(id: $id, version: $version) { state } }';
  expect(await ask('query ($id: ID!) { report(id: $id) { viewerCanTriage } }', { id })).toEqual({
    viewerCanTriage: false,
  });
  expect(await ask(TRIAGE, { id, version: 1 })).toMatchObject({ unmet: ['fourEyes'] });
  expect(await run('clerk', TRIAGE, { id, version: 1 })).toEqual({ state: 'TRIAGED' });
});

/** A county clerk's issue, to which the director's eyes are wanted. */
async function inReview(): Promise<{ id: string; version: number }> {
  await fixture.admin.query('truncate digest, digest_item, digest_item_report, digest_version, digest_receipt cascade');
  const { id, version } = await edited(fixture);
  return (await fixture.run<any>('county', SUBMIT, { id, version })).data.submitDigestForReview;
}
const APPROVE = `mutation ($id: ID!, $version: Int!) { approveDigest(id: $id, version: $version) { ${DIGEST} } }`;

test('neither who wrote an issue signs it as a stand-in, nor who stood in while it was written, nor the holder for them', async () => {
  // The clerk who wrote it stands in for the director.
  await run('admin', NAME_STAND_IN, standIn('director', 'county'));
  const one = await inReview();
  expect(await (await standingIn(server, 'county', 'director')).ask(APPROVE, one)).toMatchObject({
    unmet: ['fourEyes'],
  });
  // Somebody stands in for the clerk, writes, and then for the director.
  await run('admin', NAME_STAND_IN, standIn('county2', 'analyst'));
  const SEND_BACK =
    'mutation ($id: ID!, $version: Int!) { sendBackDigest(id: $id, version: $version, comment: "请补充") { id version } }';
  const back = await run('director', SEND_BACK, one);
  const writer = await standingIn(server, 'analyst', 'county2');
  const again = await writer.ask(SUBMIT, back);
  expect(again).toMatchObject({ state: 'REVIEWING' });
  await fixture.admin.query('delete from stand_in');
  await run('admin', NAME_STAND_IN, standIn('director', 'analyst'));
  expect(await (await standingIn(server, 'analyst', 'director')).ask(APPROVE, again)).toMatchObject({
    unmet: ['fourEyes'],
  });
  // The clerk in whose name it was written stands in for the director.
  await fixture.admin.query('delete from stand_in');
  await run('admin', NAME_STAND_IN, standIn('director', 'county2'));
  expect(await (await standingIn(server, 'county2', 'director')).ask(APPROVE, again)).toMatchObject({
    unmet: ['fourEyes'],
  });
  expect(await run('director', APPROVE, again)).toMatchObject({ state: 'APPROVED' });
});

test('whoever wrote as a stand-in does not sign under a post of their own, though the holder had the pen before them', async () => {
  await fixture.admin.query(
    `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from) values ($1, $2, $3, '测试·analyst', 'COUNTY_DIRECTOR', $4, $4, '2020-01-01')`,
    [COUNTY, idOf('post/second'), idOf('analyst'), UNITS.county],
  );
  await fixture.admin.query('truncate digest, digest_item, digest_item_report, digest_version, digest_receipt cascade');
  const { id } = await edited(fixture);
  await run('admin', NAME_STAND_IN, standIn('county', 'analyst'));
  const { ask, choose } = await standingIn(server, 'analyst', 'county');
  const { items } = await ask('query ($id: ID!) { digest(id: $id) { items { id version } } }', { id });
  const item = {
    id: items[0].id,
    version: items[0].version,
    title: '机井抽不上水',
    body: richTextFromPlain('代理人改过的话。'),
  };
  expect(
    await ask(SAVE_ITEM, { digest: id, item: { ...item, portfolio: idOf('portfolio/water'), reports: [] } }),
  ).toMatchObject({
    title: '机井抽不上水',
  });
  const { version } = await run('county', 'query ($id: ID!) { digest(id: $id) { version } }', { id });
  const reviewed = (await fixture.run<any>('county', SUBMIT, { id, version })).data.submitDigestForReview;
  await choose(idOf('post/second'));
  expect(await ask(APPROVE, reviewed)).toMatchObject({ unmet: ['fourEyes'] });
  await fixture.admin.query('delete from session where post_id = $1', [idOf('post/second')]);
  await fixture.admin.query('delete from post where id = $1', [idOf('post/second')]);
});
