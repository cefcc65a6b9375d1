import type { Page } from 'playwright-core';
import type { Roll } from './camera.ts';

async function openIssue(page: Page): Promise<void> {
  await page.goto('/leader/digests');
  await page.locator('main a[href^="/leader/digests/"]').first().click();
  await page.getByRole('button', { name: '目录' }).waitFor();
}

const shots: Roll['shots'] = [
  { name: 'leader-today', what: '领导：今日 · Leader: today', take: async (page) => void (await page.goto('/leader')) },
  {
    name: 'leader-issues',
    what: '领导：各期摘报 · Leader: issues',
    take: async (page) => void (await page.goto('/leader/digests')),
  },
  { name: 'leader-item', what: '领导：逐条阅读 · Leader: one item', take: openIssue },
  {
    name: 'leader-contents',
    what: '领导：目录 · Leader: contents of an issue',
    take: async (page) => {
      await openIssue(page);
      await page.getByRole('button', { name: '目录' }).click();
      await page.getByRole('button', { name: '关闭' }).waitFor();
    },
  },
  {
    name: 'leader-instruct',
    what: '领导：批示 · Leader: instructing',
    take: async (page) => {
      await openIssue(page);
      await page.getByRole('button', { name: '批示', exact: true }).first().click();
      await page.getByRole('button', { name: '发送批示' }).waitFor();
    },
  },
  {
    name: 'leader-instructions',
    what: '领导：我的批示 · Leader: instructions',
    take: async (page) => void (await page.goto('/leader/instructions')),
  },
  {
    name: 'leader-way',
    what: '领导：批示的办理经过和据此办理的案件 · Leader: the way of an instruction and the cases beneath it',
    take: async (page, ask) => {
      const { instructions } = await ask<{ instructions: { edges: { node: { id: string; cases: unknown[] } }[] } }>(
        '{ instructions(filter: { mine: true }, first: 50) { edges { node { id cases { id } } } } }',
      );
      const { node } = instructions.edges.find((each) => each.node.cases.length > 0) ?? instructions.edges[0] ?? {};
      await page.goto(`/leader/instructions/${node?.id}`);
      await page.getByRole('heading', { name: '办理经过' }).waitFor();
    },
  },
  {
    name: 'leader-case',
    what: '领导：包案的一件 · Leader: a case of one’s own',
    take: async (page) => {
      await page.goto('/leader');
      await page.locator('a[href^="/leader/cases/"]').first().click();
      await page.getByRole('heading', { name: '办理经过' }).waitFor();
    },
  },
  {
    name: 'leader-urgent',
    what: '领导：紧急呈报的一条 · Leader: an urgent report',
    take: async (page) => {
      await page.goto('/leader');
      const known = page.getByRole('button', { name: /已知悉/ });
      await page.locator('main section').first().waitFor();
      if ((await page.locator('a[href^="/leader/reports/"]').count()) === 0) await known.click();
      await page.locator('a[href^="/leader/reports/"]').first().click();
      await page.getByRole('button', { name: '批示', exact: true }).waitFor();
    },
  },
];

const english: Roll['shots'] = [
  {
    name: 'english-leader',
    what: '英文界面：领导 · In English: leader',
    take: async (page) => void (await page.goto('/leader')),
  },
];

export const leaderRolls: readonly Roll[] = [
  { account: 'county.leader', on: ['phone', 'desk'], shots },
  { account: 'county.leader', on: ['phone'], shots: english, language: 'en' },
];
