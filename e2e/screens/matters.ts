import type { Page } from 'playwright-core';
import type { Ask, Roll, Shot } from './camera.ts';

const KINDS = { cases: 'CLOSING', orders: 'INSPECTING', censures: 'APPEALED', themes: 'HANDLING', revisits: 'TODO' };
type Kind = keyof typeof KINDS;

const at =
  (address: string): Shot['take'] =>
  async (page) =>
    void (await page.goto(address));

/** The first of a kind that lies in a tray with something to show. */
const opened =
  (kind: Kind): Shot['take'] =>
  async (page: Page, ask: Ask) => {
    const found = await ask<Record<Kind, { edges: { node: { id: string } }[] }>>(
      `{ ${kind}(filter: { tray: ${KINDS[kind]} }, first: 1) { edges { node { id } } } }`,
    );
    await page.goto(`/matters/${kind}/${found[kind].edges[0]?.node.id}`);
    await page.locator('.report-panel .report-head').waitFor();
  };

const list = (kind: Kind, what: string): Shot => ({ name: `matters-${kind}`, what, take: at(`/matters/${kind}`) });
const one = (kind: Kind, what: string): Shot => ({
  ...{ name: `matters-${kind.slice(0, -1)}`, what, take: opened(kind), isWhole: true },
});

const office: Roll['shots'] = [
  { name: 'matters', what: '督查督办：批示 · Supervision: instructions by where they lie', take: at('/matters') },
  list('cases', '案件 · Cases'),
  one('cases', '一件案件，三不结案 · A case, and what its closing lacks'),
  list('revisits', '回访 · Whom to call'),
  one('revisits', '一次回访 · A revisit, with what to ask'),
  list('orders', '单子 · Orders'),
  one('orders', '一张单子 · An order'),
  one('censures', '一份通报 · A censure'),
  one('themes', '一个苗头 · A theme'),
];
const unit: Roll['shots'] = [
  { name: 'duties', what: '单位经办：待我办理和时限提醒 · A unit’s clerk: duties and reminders', take: at('/home') },
  { name: 'matters-unit', what: '单位经办：本单位的案件 · A unit’s clerk: its cases', take: at('/matters/cases') },
];
const principal: Roll['shots'] = [
  { name: 'signing', what: '主要负责人：待签 · Principal: what waits to be signed', take: at('/home/signing') },
];

export const matterRolls: readonly Roll[] = [
  { account: 'county.clerk', on: ['phone', 'desk'], shots: office },
  { account: 'bureau.clerk', on: ['phone', 'desk'], shots: unit },
  { account: 'bureau.principal', on: ['phone', 'desk'], shots: principal },
  {
    ...{ account: 'county.clerk', on: ['desk'], language: 'en' },
    shots: [
      {
        name: 'english-case',
        what: '英文界面：案件 · In English: a case',
        take: opened('cases'),
      },
    ],
  },
];
