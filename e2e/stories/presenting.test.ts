import { expect, test } from '@jest/globals';
import { type Answer, ask, signIn } from '../platform.ts';
import { arrive, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

/** The newest report of the hotline that may be presented, however many others came after it. */
async function fromHotline(): Promise<{ id: string; no: string }> {
  interface Found {
    reports: {
      edges: { node: { id: string; no: string; channel: string; viewerCanPresent: boolean } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }
  const query = `query ($after: String) { reports(filter: { states: [TRIAGED] }, first: 100, after: $after) {
    edges { node { id no channel viewerCanPresent } } pageInfo { hasNextPage endCursor } } }`;
  const token = await signIn(platform.url, 'county.clerk');
  let after: string | null = null;
  while (true) {
    const answer: Answer<Found> = await ask<Found>(platform.url, token, query, { after });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    const { edges, pageInfo } = answer.data.reports;
    const found = edges.find(({ node }) => node.channel === 'HOTLINE' && node.viewerCanPresent);
    if (found) return found.node;
    if (!pageInfo.hasNextPage) throw new Error('Nobody has called the hotline');
    after = pageInfo.endCursor;
  }
}

test('what the hotline told goes before the main leaders at once; one reads it, and the office sees it without asking', async () => {
  const { id, no } = await fromHotline();
  const [clerk, leader] = await Promise.all([
    arrive(browser, platform.url, 'county.clerk'),
    arrive(browser, platform.url, 'county.leader', PHONE),
  ]);
  await leader.page.getByRole('heading', { name: '紧急呈报' }).waitFor();
  expect(await leader.page.getByRole('heading', { name: '呈我阅批' }).count()).toBe(0);

  await clerk.page.goto(`${platform.url}/desk/reports/${id}`);
  await clerk.page.getByText('群工热线采集的信息应及时呈报主要领导批办').waitFor();
  await clerk.page.getByRole('button', { name: '呈领导批示' }).click();
  const dialog = clerk.page.getByRole('dialog');
  await dialog.getByText('顾南溪（党政主要领导）', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: '呈领导批示' }).click();
  await clerk.page.getByText(`已呈 2 位领导：${no}`).waitFor();

  const card = leader.page.locator('article', { has: leader.page.locator(`a[href="/leader/reports/${id}"]`) });
  await card.getByText(/^群工热线 · .*呈阅$/).waitFor({ timeout: 15_000 });
  await card.getByRole('button', { name: '批示', exact: true }).waitFor();
  await card.getByRole('button', { name: '已阅', exact: true }).click();
  await card.waitFor({ state: 'detached', timeout: 15_000 });

  const lines = clerk.page.locator('.presented li');
  await lines.filter({ hasText: '已阅' }).waitFor({ timeout: 15_000 });
  // The other has not answered: it is taken back from them.
  await lines.filter({ hasText: '待阅批' }).getByRole('button', { name: /^撤回/ }).click();
  await lines.filter({ hasText: '已撤回' }).waitFor();
}, 120_000);
