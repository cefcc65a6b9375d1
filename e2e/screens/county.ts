import type { Roll } from './camera.ts';

const analyst: Roll['shots'] = [
  {
    name: 'analyst',
    what: '统计分析 · Analysis',
    take: async (page) => void (await page.goto('/analyst')),
    isWhole: true,
  },
  {
    name: 'analyst-table',
    what: '统计分析：近十日各乡镇同比 · Analysis: townships against last year',
    take: async (page) => {
      await page.goto('/analyst');
      await page.locator('.analyst-questions a').first().click();
      await page.getByRole('grid').waitFor();
    },
    isWhole: true,
  },
  {
    name: 'analyst-months',
    what: '统计分析：行列互换与占比 · Analysis: rows and columns, as shares',
    take: async (page) => {
      await page.goto('/analyst?measures=reports&rows=TOPIC_FAMILY&columns=MONTH&span=latestYear&show=row');
      await page.getByRole('grid').waitFor();
    },
    isWhole: true,
  },
  {
    name: 'analyst-behind',
    what: '一格后面的清单 · What lies behind a cell',
    take: async (page) => void (await page.goto('/analyst/rows?measures=problems&rows=TOPIC_FAMILY&of=problems')),
  },
  {
    name: 'analyst-list',
    what: '数字后面的清单 · The list behind a number',
    take: async (page) => void (await page.goto('/analyst/reports?problems=1')),
  },
];

const network: Roll['shots'] = [
  {
    name: 'network-units',
    what: '工作网络：单位与覆盖 · Network: units and coverage',
    take: async (page) => void (await page.goto('/network')),
  },
  {
    name: 'network-villages',
    what: '工作网络：村 · Network: villages',
    take: async (page) => void (await page.goto('/network?kind=VILLAGE_ROOM')),
  },
  {
    name: 'network-portfolios',
    what: '工作网络：领导分工 · Network: portfolios',
    take: async (page) => void (await page.goto('/network?view=portfolios')),
  },
  {
    name: 'network-terms',
    what: '工作网络：字典 · Network: dictionaries',
    take: async (page) => void (await page.goto('/network?view=terms')),
  },
];

const admin: Roll['shots'] = [
  {
    name: 'admin-topics',
    what: '系统管理：类别字典 · Administration: topics',
    take: async (page) => void (await page.goto('/admin')),
  },
  {
    name: 'admin-term',
    what: '修改一个字典项 · Editing a term',
    take: async (page) => {
      await page.goto('/admin');
      await page.getByRole('button', { name: /^修改/ }).first().click();
      await page.locator('.ant-modal').waitFor();
    },
  },
  {
    name: 'admin-portfolios',
    what: '系统管理：领导分工 · Administration: portfolios',
    take: async (page) => void (await page.goto('/admin?view=portfolios')),
  },
  {
    name: 'admin-county',
    what: '系统管理：县级设置 · Administration: the county',
    take: async (page) => void (await page.goto('/admin?view=county')),
  },
  {
    name: 'admin-network',
    what: '系统管理：网络 · Administration: network',
    take: async (page) => void (await page.goto('/admin?view=network')),
  },
  {
    name: 'admin-import',
    what: '系统管理：导入 · Administration: import',
    take: async (page) => void (await page.goto('/admin?view=import')),
  },
];

const home = (who: string, account: string, zh: string, en: string): Roll => ({
  account,
  on: ['desk', 'phone'],
  shots: [
    {
      name: `home-${who}`,
      what: `概览（${zh}）· Overview (${en})`,
      take: async (page) => void (await page.goto('/home')),
    },
  ],
});

export const countyRolls: readonly Roll[] = [
  home('director', 'county.director', '县群工办主任', 'county director'),
  home('township', 'township.clerk', '乡镇经办', 'township clerk'),
  { account: 'county.analyst', on: ['desk', 'phone'], shots: analyst },
  { account: 'county.analyst', on: ['desk', 'phone'], shots: network },
  { account: 'admin', on: ['desk', 'phone'], shots: admin },
];
