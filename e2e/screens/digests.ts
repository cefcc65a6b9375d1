import type { Page } from 'playwright-core';
import type { Ask, Roll } from './camera.ts';

async function issue(ask: Ask, states: string): Promise<string> {
  const query = `{ digests(states: [${states}], first: 1) { edges { node { id } } } }`;
  const { digests } = await ask<{ digests: { edges: { node: { id: string } }[] } }>(query);
  const id = digests.edges[0]?.node.id;
  if (!id) throw new Error(`no issue is ${states}`);
  return id;
}
const DRAFT = 'COLLECTING, EDITING';
const ISSUED = 'ISSUED, FOLLOWED';

const tab = (states: string, name: string) => async (page: Page, ask: Ask) => {
  await page.goto(`/digests/${await issue(ask, states)}?tab=${name}`);
};

async function openItem(page: Page, ask: Ask): Promise<void> {
  await tab(DRAFT, 'edit')(page, ask);
  await page.locator('ol button[class*=rowText]').first().click();
  await page.locator('[contenteditable=true]').waitFor();
}

interface Candidates {
  digest: { candidates: { edges: { node: { id: string; state: string; topic: { isProblem: boolean } } }[] } };
}
const CANDIDATES =
  'query ($id: ID!) { digest(id: $id) { candidates(first: 100) { edges { node { id state topic { isProblem } } } } } }';
const GATHER = 'mutation ($id: ID!, $reports: [ID!]!) { gatherReports(digest: $id, reports: $reports) { id } }';

/** Early in its period an issue is nearly empty: a dozen reports make it look like one in the making. */
const making: Roll['shots'] = [
  {
    name: 'digest-making',
    what: '编入来稿之后 · After gathering',
    take: async (page, ask) => {
      const id = await issue(ask, DRAFT);
      const { digest } = await ask<Candidates>(CANDIDATES, { id });
      // what nobody has judged is a candidate too, and would keep the issue from its review
      const problems = digest.candidates.edges.filter(({ node }) => node.state === 'TRIAGED' && node.topic.isProblem);
      await ask(GATHER, { id, reports: problems.slice(0, 12).map(({ node }) => node.id) });
      await openItem(page, ask);
    },
  },
];

const clerk: Roll['shots'] = [
  {
    name: 'digest-list',
    what: '十日信息摘报：各期 · Digests',
    take: async (page) => void (await page.goto('/digests')),
  },
  { name: 'digest-editor', what: '编辑器：来稿、目录、条目 · The editor', take: openItem },
  {
    name: 'digest-basket',
    what: '编辑器：已选来稿 · The editor with candidates picked',
    take: async (page, ask) => {
      await openItem(page, ask);
      const picks = page.getByRole('checkbox', { name: /^选择 / });
      for (const i of [0, 1, 2]) await picks.nth(i).check();
    },
  },
  {
    name: 'digest-peek',
    what: '编辑器：看一条来稿 · The editor, reading a candidate',
    take: async (page, ask) => {
      await tab(DRAFT, 'edit')(page, ask);
      await page.locator('[class*=cardText]').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'digest-settings',
    what: '本期设置 · Settings of an issue',
    take: async (page, ask) => {
      await tab(DRAFT, 'edit')(page, ask);
      await page.getByRole('button', { name: '本期设置' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'digest-correction',
    what: '更正已印发的条目 · Correcting an issued item',
    take: async (page, ask) => {
      await tab(DRAFT, 'edit')(page, ask);
      await page.getByRole('button', { name: /更\s?正$/ }).click();
      await page.locator('.ant-modal').waitFor();
    },
  },
  { name: 'digest-checks', what: '校核 · Checks', take: tab(DRAFT, 'checks') },
  {
    name: 'digest-submit',
    what: '送审 · Submitting for review',
    take: async (page, ask) => {
      await tab(DRAFT, 'edit')(page, ask);
      await page.getByRole('button', { name: /送\s?审/ }).click();
      await page.locator('.ant-modal').waitFor();
    },
  },
  { name: 'digest-preview', what: '预览与文件 · Preview and files', take: tab(ISSUED, 'preview') },
  { name: 'digest-versions', what: '版本对比 · Versions', take: tab(ISSUED, 'versions') },
  { name: 'digest-distribution', what: '分发与阅读 · Distribution', take: tab(ISSUED, 'distribution') },
  { name: 'digest-timeline', what: '流转记录 · History of an issue', take: tab(ISSUED, 'timeline') },
  {
    name: 'digest-print',
    what: '打印页 · The page to print',
    take: async (page, ask) => {
      await page.addInitScript(() => {
        window.print = () => {};
      });
      await page.goto(`/digests/${await issue(ask, ISSUED)}/print`);
    },
  },
  {
    name: 'desk-account',
    what: '岗位、语言、退出 · Post, language, signing out',
    take: async (page) => {
      await page.goto('/digests');
      await page.getByRole('button', { name: '我的账号' }).click();
      await page.getByText('退出登录').waitFor();
    },
  },
];

const english: Roll['shots'] = [
  { name: 'english-digest-editor', what: '英文界面：编辑器 · In English: the editor', take: openItem },
];

/** The clerk hands the issue over, so that the director has one to sign. */
const handover: Roll['shots'] = [
  {
    name: 'digest-submitted',
    what: '已送审 · Submitted for review',
    take: async (page, ask) => {
      await tab(DRAFT, 'items')(page, ask);
      await page.getByRole('button', { name: /送\s?审/ }).click();
      await page.locator('.ant-modal .ant-btn-primary').click();
      await page.locator('.ant-modal').waitFor({ state: 'hidden' });
    },
  },
];
const director: Roll['shots'] = [
  {
    name: 'director-issue',
    what: '主任：待审的一期 · Director: an issue in review',
    take: tab('REVIEWING', 'preview'),
  },
  {
    name: 'director-sign',
    what: '签发 · Signing',
    take: async (page, ask) => {
      await tab('REVIEWING', 'preview')(page, ask);
      await page.getByRole('button', { name: /签\s?发/ }).click();
      await page.locator('.ant-modal').waitFor();
    },
  },
];

export const digestRolls: readonly Roll[] = [
  { account: 'county.clerk', on: ['desk'], shots: making, isChanging: true },
  { account: 'county.clerk', on: ['desk', 'phone'], shots: clerk },
  { account: 'county.clerk', on: ['desk'], shots: english, language: 'en' },
  { account: 'county.clerk', on: ['desk'], shots: handover, isChanging: true },
  { account: 'county.director', on: ['desk', 'phone'], shots: director, isChanging: true },
];
