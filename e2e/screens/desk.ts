import type { Page } from 'playwright-core';
import type { Ask, Roll } from './camera.ts';

const rows = (page: Page) => page.locator('[data-report]');

/** A tray with its first report open beside the list. */
async function openFirst(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await rows(page).first().locator('a').first().click();
  await page.locator('.report-panel-body').waitFor();
}

interface Resembled {
  reports: { edges: { node: { id: string; viewerCanMerge: boolean; likelyDuplicates: Likely[] } }[] };
}
interface Likely {
  samePlace: boolean;
  sameTopic: boolean;
  report: { state: string };
}
const RESEMBLED =
  '{ reports(filter: {tray: TODO}, first: 60) { edges { node { id viewerCanMerge likelyDuplicates { samePlace sameTopic report { state } } } } } }';

/** A report that may be merged with one that resembles it, beside the list. */
async function openResembled(page: Page, ask: Ask): Promise<void> {
  const { reports } = await ask<Resembled>(RESEMBLED);
  const isMergeable = ({ samePlace, sameTopic, report }: Likely) =>
    samePlace && sameTopic && ['SUBMITTED', 'TRIAGED'].includes(report.state);
  const found = reports.edges.find(({ node }) => node.viewerCanMerge && node.likelyDuplicates.some(isMergeable));
  if (!found) throw new Error('no report of the tray may be merged');
  await page.goto(`/desk/reports/${found.node.id}`);
  await page.locator('.desk-duplicates > li').first().waitFor();
  await page.waitForLoadState('networkidle');
}

const everywhere: Roll['shots'] = [
  { name: 'desk-queue', what: '信息办理：待办 · Desk: to do', take: async (page) => void (await page.goto('/desk')) },
  {
    name: 'desk-overdue',
    what: '信息办理：超期 · Desk: overdue',
    take: async (page) => void (await page.goto('/desk?tray=OVERDUE')),
  },
  {
    name: 'desk-done',
    what: '信息办理：已办 · Desk: done',
    take: async (page) => void (await page.goto('/desk?tray=DONE')),
  },
  {
    name: 'desk-report',
    what: '侧栏：一条信息 · Side panel with one report',
    take: (page) => openFirst(page, '/desk'),
  },
  {
    name: 'desk-nothing',
    what: '筛选后没有结果 · Nothing under this filter',
    take: async (page) => void (await page.goto('/desk?tray=OVERDUE&from=2020-01-01&to=2020-01-02&urgency=HIGH')),
  },
];

const dialogs: Roll['shots'] = [
  {
    name: 'desk-duplicates',
    what: '疑似重复 · Likely duplicates',
    take: async (page, ask) => {
      await openResembled(page, ask);
      await page.getByText('疑似重复').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'desk-compare',
    what: '对比全文 · Two texts compared',
    take: async (page, ask) => {
      await openResembled(page, ask);
      await page.getByRole('button', { name: '对比全文' }).first().click();
      await page.locator('.desk-duplicates > li').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'desk-merge',
    what: '并件 · Merging',
    take: async (page, ask) => {
      await openResembled(page, ask);
      await page.locator('.desk-duplicates input[type=checkbox]').first().check();
      await page.getByRole('button', { name: /^并件（已选/ }).click();
      await page.locator('.desk-merge-list').waitFor();
    },
  },
  {
    name: 'desk-return',
    what: '退回补充，常用语 · Returning, with phrases',
    take: async (page) => {
      await openFirst(page, '/desk');
      await page.keyboard.press('r');
      await page.getByText('请补充具体地点').first().click();
    },
  },
  {
    name: 'desk-urgent',
    what: '紧急呈报 · Flagging urgent',
    take: async (page) => {
      await openFirst(page, '/desk');
      await page.keyboard.press('u');
      await page.getByText('以下领导会立即收到提醒').waitFor();
    },
  },
  {
    name: 'desk-bulk',
    what: '批量办理 · Bulk handling',
    take: async (page) => {
      await page.goto('/desk');
      for (const i of [0, 1, 2]) await rows(page).nth(i).locator('input[type=checkbox]').check();
    },
  },
];

const keys: Roll['shots'] = [
  {
    name: 'desk-help',
    what: '键盘操作 · Keyboard help',
    take: async (page) => {
      await page.goto('/desk');
      await rows(page).first().waitFor();
      await page.keyboard.press('?');
      await page.locator('.desk-keys').waitFor();
    },
  },
];

const search: Roll['shots'] = [
  { name: 'search', what: '全文检索 · Search', take: async (page) => void (await page.goto('/search')) },
  {
    name: 'search-found',
    what: '检索结果 · Found',
    take: async (page) => void (await page.goto(`/search?q=${encodeURIComponent('机井')}`)),
  },
  {
    name: 'search-nothing',
    what: '检索无结果 · Nothing found',
    take: async (page) => void (await page.goto(`/search?q=${encodeURIComponent('火星移民')}`)),
  },
];

const only = (name: string, who: string, account: string, shots: Roll['shots'], language?: 'en'): Roll => ({
  account,
  on: ['desk', 'phone'],
  shots: shots.map((shot) => ({ ...shot, name: `${name}${shot.name}`, what: `${who} · ${shot.what}` })),
  ...(language ? { language } : {}),
});

export const deskRolls: readonly Roll[] = [
  only('county-', '县群工办', 'county.clerk', everywhere),
  { account: 'county.clerk', on: ['desk', 'phone'], shots: dialogs },
  { account: 'county.clerk', on: ['desk'], shots: keys },
  { account: 'county.clerk', on: ['desk', 'phone'], shots: search },
  only('township-', '乡镇经办', 'township.clerk', everywhere.slice(0, 1)),
  only('township-leader-', '乡镇领导', 'township.leader', everywhere.slice(0, 1)),
  only('discipline-', '纪检经办', 'county.discipline', everywhere.slice(0, 1)),
  only('english-', '英文界面', 'county.clerk', everywhere.slice(3, 4), 'en'),
];
