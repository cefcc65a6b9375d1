import { expect, test } from '@jest/globals';
import { ask, signIn } from '../platform.ts';
import { dialog, faultsOnTheWay, inTurn, named, type Open, type Screen, variantsOn, walkerOf } from './access.ts';
import { arrive, DESK, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

/** Screens that only a course of deeds leads to, at a desk and on a phone. */

const tokens = new Map<string, Promise<string>>();
async function told<Data>(account: string, query: string, variables?: unknown): Promise<Data> {
  const token = tokens.get(account) ?? signIn(platform.url, account);
  tokens.set(account, token);
  const { data, errors } = await ask<Data>(platform.url, await token, query, variables);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function faults(account: string, screens: readonly Screen[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const device of [DESK, PHONE]) {
    const person = await arrive(browser, platform.url, account, device);
    const seen = await faultsOnTheWay(await walkerOf(person, platform.url), screens, variantsOn(device));
    for (const [where, what] of Object.entries(seen)) found[`${device.width} px: ${where}`] = what;
    await person.context.close();
  }
  return found;
}

interface Draft {
  id: string;
  version: number;
  items: {
    id: string;
    version: number;
    title: string;
    body: unknown;
    portfolio: { id: string } | null;
    reports: { id: string }[];
  }[];
}
async function draft(): Promise<Draft> {
  type Digests = { digests: { edges: { node: Draft }[] } };
  const { digests } = await told<Digests>(
    'county.clerk',
    `{ digests(states: [COLLECTING, EDITING, REVIEWING, APPROVED], first: 1) { edges { node { id version items { id version title body portfolio { id } reports { id } } } } } }`,
  );
  return digests.edges[0]?.node as Draft;
}

/** Both give the first item another title: here through the screen, and elsewhere before this one is stored. */
const conflict: Open = async (page) => {
  await page.locator('ol button[class*=rowText]').first().click();
  const title = page.getByLabel('标题', { exact: true });
  await title.waitFor();
  const { id, items } = await draft();
  const { portfolio, reports, ...first } = items[0] as Draft['items'][number];
  const begins = first.title.slice(0, 10);
  let store = () => {};
  const stored = new Promise<void>((resolve) => {
    store = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation')) await stored;
    await route.continue();
  });
  await title.fill(`${begins}（这里）`);
  const elsewhere = 'mutation ($id: ID!, $item: DigestItemInput!) { saveDigestItem(digest: $id, item: $item) { id } }';
  await told('county.clerk', elsewhere, {
    id,
    item: {
      ...first,
      title: `${begins}（另一处${first.version}）`,
      portfolio: portfolio?.id,
      reports: reports.map((one) => one.id),
    },
  });
  store();
  await inTurn(named(/^比较并合并/), dialog)(page);
};

test('settings begun before somebody else saved theirs are not stored over them unseen', async () => {
  const { id, version } = await draft();
  const { page, context } = await arrive(browser, platform.url, 'county.clerk', DESK);
  await page.goto(`${platform.url}/digests/${id}`);
  await page.getByRole('button', { name: '本期设置' }).click();
  await page.getByLabel('刊头名称').fill('清禾县十日信息摘报');
  type Head = { mark: string; copies: number; recipients: unknown };
  const theirs = '内部资料 妥善保管';
  const { digest } = await told<{ digest: Head }>(
    'county.clerk',
    `{ digest(id: "${id}") { copies recipients { report send issue } } }`,
  );
  await told(
    'county.clerk',
    `mutation ($mark: String!, $copies: Int, $recipients: RecipientsInput!) {
      saveDigest(id: "${id}", version: ${version}, title: "十日信息摘报", mark: $mark, copies: $copies, recipients: $recipients) { id } }`,
    { ...digest, mark: theirs },
  );
  await page.waitForTimeout(1_500); // the screen hears of it, and has the newer version
  await page.getByRole('button', { name: /^保\s?存$/ }).click();
  await page
    .getByRole('alert')
    .getByText(/已先.*本期/)
    .waitFor();
  const { digest: kept } = await told<{ digest: Head }>('county.clerk', `{ digest(id: "${id}") { mark } }`);
  expect(kept.mark).toBe(theirs);
  await context.close();
});

test('axe finds nothing where two edit one item, and where an issue is sent back and issued before its time', async () => {
  const { id } = await draft();
  expect(await faults('county.clerk', [['two edit one item', `/digests/${id}?tab=edit`, conflict]])).toEqual({});

  const move = async (account: string, deed: string) =>
    told(account, `mutation { ${deed}(id: "${id}", version: ${(await draft()).version}) { id } }`);
  await move('county.clerk', 'submitDigestForReview');
  const sendBack: Screen = ['sending back', `/digests/${id}?tab=items`, inTurn(named(/^退回修改/), dialog)];
  expect(await faults('county.director', [sendBack])).toEqual({});

  await move('county.director', 'approveDigest');
  const early: Open = inTurn(named(/^印\s?发$/), dialog, (page) => page.getByText('提前印发的理由').waitFor());
  expect(await faults('county.director', [['issuing early', `/digests/${id}?tab=items`, early]])).toEqual({});
}, 240_000);

test('axe finds nothing where somebody is asked to agree to an identity being shown, and does not', async () => {
  type Asked = { reports: { edges: { node: { id: string } }[] }; units: { edges: { node: { code: string } }[] } };
  const { reports, units } = await told<Asked>(
    'county.discipline',
    '{ reports(first: 1) { edges { node { id } } } units(filter: {kind: DEPARTMENT}, first: 1) { edges { node { code } } } }',
  );
  await told(
    'county.discipline',
    'mutation ($report: ID!, $about: ID!, $reason: String!) { requestIdentity(report: $report, about: $about, reason: $reason) { id } }',
    {
      report: reports.edges[0]?.node.id,
      about: units.edges[0]?.node.code,
      reason: '须当面核实反映的款项和时间',
    },
  );
  const screens: Screen[] = [
    ['who is asked', '/desk/openings'],
    ['agreeing', '/desk/openings', inTurn(named(/^同\s?意$/), dialog)],
    ['refusing', '/desk/openings', inTurn(named(/^不同意$/), dialog)],
  ];
  expect(await faults('county.discipline2', screens)).toEqual({});
}, 240_000);

test('axe finds nothing where an order’s paper is looked at as a draft, and on its page once it is issued', async () => {
  const WAITING = '{ orders(filter: {tray: DRAFTING}, first: 1) { edges { node { id version } } } }';
  interface Waiting {
    orders: { edges: [{ node: { id: string; version: number } }] };
  }
  const { orders } = await told<Waiting>('county.director', WAITING);
  const { id, version } = orders.edges[0].node;
  const asDraft: Open = inTurn(named(/^预览文书/), dialog, (page) => page.getByTestId('paper-page').waitFor());
  expect(await faults('county.director', [['a draft', `/matters/orders/${id}`, asDraft]])).toEqual({});
  const ISSUE = 'mutation ($id: ID!, $version: Int!) { issueOrder(id: $id, version: $version) { papers { id no } } }';
  const { issueOrder } = await told<{ issueOrder: { papers: { id: string; no: string }[] } }>(
    'county.director',
    ISSUE,
    { id, version },
  );
  const [paper] = issueOrder.papers;
  expect(paper?.no).toMatch(/^[单督]字〔\d{4}〕1号$/);
  const screens: Screen[] = [
    ['an order with its paper', `/matters/orders/${id}`],
    ['the paper', `/papers/${paper?.id}`],
  ];
  expect(await faults('county.director', screens)).toEqual({});
}, 240_000);
