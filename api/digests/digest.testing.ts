import { DIGEST_MACHINE } from '@lxq/schema/digests/digest-states.ts';
import { county, never, office, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Fixture, submitted } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

/** Shorthands of the digest's tests: real operations, as both transports run them. */
export const HEAD = 'id state version periodFrom periodTo year no cumNo title contentHash signedOn';

export interface Head {
  id: string;
  state: string;
  version: number;
  periodFrom: string;
  periodTo: string;
  year: number | null;
  no: number | null;
  cumNo: number | null;
  title: string;
  contentHash: string | null;
  signedOn: string | null;
}
export interface Item {
  id: string;
  version: number;
  number: number;
  title: string;
  text: string;
}

/** The data of an operation that must succeed. */
export async function ask<Data = any>(
  fixture: Fixture,
  account: Parameters<Fixture['run']>[0],
  document: string,
  variables?: Record<string, unknown>,
): Promise<Data> {
  const { data, errors } = await fixture.run<Data>(account, document, variables);
  if (errors) throw new Error(JSON.stringify(errors.map(({ message, extensions }) => [message, extensions])));
  return data as Data;
}

/** The refusal of an operation that must fail: its code and what it says beside. */
export async function refusal(
  fixture: Fixture,
  account: Parameters<Fixture['run']>[0],
  document: string,
  variables?: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { errors } = await fixture.run(account, document, variables);
  return { message: errors?.[0]?.message, ...errors?.[0]?.extensions };
}

export async function triaged(fixture: Fixture, changes: Record<string, unknown> = {}): Promise<string> {
  const id = await submitted(fixture, 'officer', changes);
  await fixture.admin.query(`update report set state = 'TRIAGED' where id = $1`, [id]);
  return id;
}

export const open = async (fixture: Fixture): Promise<Head> =>
  (await ask(fixture, 'county', `mutation { openDigest { ${HEAD} } }`)).openDigest;
export const look = async (fixture: Fixture, id: string): Promise<Head & { items: Item[] }> =>
  (
    await ask(
      fixture,
      'county',
      `query ($id: ID!) { digest(id: $id) { ${HEAD} items { id version number title text } } }`,
      { id },
    )
  ).digest;

export const GATHER = `mutation ($id: ID!, $reports: [ID!]!) { gatherReports(digest: $id, reports: $reports) { ${HEAD} items { id version number title text } } }`;
export const SAVE = `mutation ($id: ID!, $version: Int!, $copies: Int, $recipients: RecipientsInput!) {
  saveDigest(id: $id, version: $version, title: "十日信息摘报", mark: "内部资料 注意保存", copies: $copies, recipients: $recipients) { ${HEAD} } }`;
export const SAVE_ITEM = `mutation ($digest: ID!, $item: DigestItemInput!) { saveDigestItem(digest: $digest, item: $item) { id version number title text kind digest { version state } } }`;
export const RECIPIENTS = { report: ['市委办公室'], send: ['县委常委'], issue: ['各乡镇（58份）'] };

const deed = (name: string) =>
  `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ${HEAD} } }`;
export const SUBMIT = deed('submitDigestForReview');
export const APPROVE = deed('approveDigest');
export const ISSUE = deed('issueDigest');
export const VOID = `mutation ($id: ID!, $version: Int!) { voidDigest(id: $id, version: $version, reason: "重新编发") { ${HEAD} } }`;

/** An issue with one item a report and everything that the checks ask for. */
export async function edited(fixture: Fixture, reports = 2): Promise<Head & { items: Item[] }> {
  const { id } = await open(fixture);
  const ids: string[] = [];
  for (let i = 0; i < reports; i++) ids.push(await triaged(fixture, i % 2 ? { topic: 'ROAD' } : {}));
  await ask(fixture, 'county', GATHER, { id, reports: ids });
  const { version } = await look(fixture, id);
  await ask(fixture, 'county', SAVE, { id, version, copies: 60, recipients: RECIPIENTS });
  return look(fixture, id);
}

/** Submitted by the clerk, signed by the director. */
export async function approved(fixture: Fixture, reports = 2): Promise<Head> {
  const { id, version } = await edited(fixture, reports);
  const reviewed = (await ask(fixture, 'county', SUBMIT, { id, version })).submitDigestForReview;
  await ask(fixture, 'director', APPROVE, { id, version: reviewed.version });
  await periodOver(fixture, id);
  return look(fixture, id);
}

/** The days of an issue lie behind us, so that it may be issued. */
export const periodOver = (fixture: Fixture, id: string) =>
  fixture.admin.query(
    'update digest set period_from = period_from - 20, period_to = period_to - 20 where id = $1 and period_to >= current_date - 1',
    [id],
  );

export async function issued(fixture: Fixture, reports = 2): Promise<Head> {
  const { id, version } = await approved(fixture, reports);
  return (await ask(fixture, 'county', ISSUE, { id, version })).issueDigest;
}

/** All issues stand in the past, so that the next period has begun. */
export async function monthsLater(fixture: Fixture): Promise<void> {
  await fixture.admin.query(`alter table digest disable trigger digest_kept`);
  await fixture.admin.query(`update digest set period_from = period_from - 60, period_to = period_to - 60`);
  await fixture.admin.query(`alter table digest enable trigger digest_kept`);
}

export const walk: Walked = {
  ...{ table: 'digest', machine: DIGEST_MACHINE },
  states: ['COLLECTING', 'EDITING', 'REVIEWING', 'APPROVED', 'ISSUED', 'FOLLOWED', 'CLOSED', 'VOIDED'],
  make: async (fixture) => (await open(fixture)).id,
  look: 'query ($id: ID!) { digest(id: $id) { id } }',
  // Whoever has the pen goes on writing without another line.
  reset: async ({ admin }, id, deed) =>
    deed === 'edit' && admin.query('update digest set editor_id = null where id = $1', [id]),
  facts: async (fixture, id, viewer) => {
    const found = 'select state, editor_id as "editorId" from digest where id = $1';
    const { state, editorId } = await one<{ state: string; editorId: string }>(fixture, found, [id]);
    return { state, isViewers: editorId === viewer };
  },
  more: {
    issue: { declare: '$early: String', pass: 'earlyReason: $early', value: () => null },
    edit: {
      ...{ declare: '$recipients: RecipientsInput!', pass: 'title: "摘报", mark: "内部", recipients: $recipients' },
      value: () => ({ report: [], send: [], issue: [] }),
    },
  },
  checked: ['submitForReview', 'approve', 'issue'],
};

/** The office's as long as an issue is in the making; leaders and analysts read what was issued. */
const issueSeen: Rule = (viewer, row) =>
  office(viewer, row) || ((viewer === 'LEADER' || viewer === 'ANALYST') && row.of === 'ISSUED');
const own: Rule = (viewer, row) => office(viewer, row) || (county(viewer, row) && row.mine);
export const sight: Record<string, Rules> = {
  digest: { see: issueSeen, add: office, change: issueSeen, remove: never },
  digest_item: { see: issueSeen, add: office, change: office, remove: office },
  digest_item_report: { see: issueSeen, add: office, change: never, remove: office },
  digest_picture: { see: issueSeen, add: office, change: never, remove: never },
  digest_version: { see: office, add: office, change: (viewer, row) => office(viewer, row) && row.mine, remove: never },
  digest_receipt: { see: own, add: own, change: own, remove: never },
  digest_file: { see: issueSeen, add: issueSeen, change: issueSeen, remove: never },
};
