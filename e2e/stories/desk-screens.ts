import type { Page } from 'playwright-core';
import { dialog, first, inTurn, named, type Open, type Screen } from './access.ts';
import { ADMIN } from './admin-screens.ts';
import { type Found, lookFor } from './desk-found.ts';
import { LISTS } from './list-screens.ts';
import { MATTERS } from './matter-screens.ts';

/** A desk's walk: who goes, and what they open. */
export type Round = readonly [account: string, screens: readonly Screen[]];

const key = (name: string) => (page: Page) => page.keyboard.press(name);
const rows = (page: Page) => page.locator('[data-report]');
const pick =
  (count: number, from = 0): Open =>
  async (page) => {
    for (let i = from; i < from + count; i++) await rows(page).nth(i).locator('input[type=checkbox]').check();
  };

/** What a phone's screens stand behind. */
const menu: Open = async (page) => {
  const burger = page.locator('.desk-burger');
  if (!(await burger.isVisible())) return;
  await burger.click();
  await dialog(page);
};
const agree: Open = async (page) => {
  await page.locator('[role=dialog]:visible .ant-btn-primary').click();
  await page.locator('.ant-message-notice, .desk-results').first().waitFor();
};

const NOBODYS = '01a00000-0000-7000-8000-000000000000';

const contact: Open = inTurn(first('.contact > summary'), first('.contact-deeds button'));

const deskOf = ({ waiting, urgent, accepted }: Found): readonly Screen[] => [
  ['the desk', '/desk'],
  ['the desk: done', '/desk?tray=DONE'],
  ['the desk: nothing found', '/desk?tray=OVERDUE&from=2020-01-01&to=2020-01-02&urgency=HIGH'],
  ['the desk: several chosen', '/desk', pick(3)],
  ['the desk: accepting several', '/desk?tray=TODO', inTurn(pick(2), named(/^批量受理/), dialog)],
  ['the desk: keys', '/desk', inTurn(key('?'), dialog)],
  ['the menu', '/desk', menu],
  ['nowhere', '/desk/nowhere'],
  ['another’s screen', '/admin'],
  ['a report that is not there', `/desk/reports/${NOBODYS}`],
  ['an issue that is not there', `/digests/${NOBODYS}`],
  ['a report: another topic', `/desk/reports/${waiting}`, first('.deed-bar .ant-dropdown-trigger')],
  ['returning', `/desk/reports/${waiting}`, inTurn(key('r'), dialog)],
  ['a contact is written down', `/desk/reports/${waiting}`, inTurn(contact, dialog)],
  ['flagging urgent', `/desk/reports/${waiting}`, inTurn(key('u'), dialog)],
  ['beside: assigning', `/desk/reports/${waiting}`, inTurn(key('g'), dialog)],
  ['beside: marking', `/desk/reports/${waiting}`, inTurn(key('t'), dialog)],
  ['beside: noting', `/desk/reports/${waiting}`, inTurn(key('n'), dialog)],
  ['an urgent report', `/desk/reports/${urgent}`],
  ['planning', `/desk/reports/${urgent}`, inTurn(key('a'), dialog)],
  ['an accepted report', `/desk/reports/${accepted}`],
  ['presenting to leaders', `/desk/reports/${accepted}`, inTurn(named(/^呈领导批示/), dialog)],
  ['replying', `/desk/reports/${accepted}`, inTurn(named(/^反\s?馈/), dialog)],
  ['the desk: several accepted', '/desk?tray=TODO', inTurn(pick(2, 6), named(/^批量受理/), dialog, agree)],
];
const compare: Open = named(/^对比全文/);
const merge: Open = inTurn(
  (page) => page.locator('.desk-duplicates input[type=checkbox]').first().check(),
  named(/^并件（已选/),
  dialog,
);
/** On a phone the filters are folded away. */
const filters: Open = async (page) => {
  const fold = page.locator('.report-filters > button[aria-expanded=false]');
  if (await fold.count()) await fold.click();
};

const countyOf = (found: Found): readonly Screen[] => [
  ['beside: urging', `/desk/reports/${found.waiting}`, inTurn(key('c'), dialog)],
  ['likely duplicates', `/desk/reports/${found.alike}`, compare],
  ['merging', `/desk/reports/${found.alike}`, merge],
  ['the filters: topics', '/desk', inTurn(filters, first('.report-filter-bar .ant-select'))],
  ['the filters: places', '/desk', inTurn(filters, first('.report-filter-bar .org-tree'))],
  ...LISTS,
  ['the filters: days', '/desk', inTurn(filters, first('.report-days input'))],
  ['home', '/home'],
  ['the account', '/home', inTurn(first('.desk-account'))],
  ['search', '/search'],
  ['found', `/search?q=${encodeURIComponent('机井')}`],
  ['nothing found', `/search?q=${encodeURIComponent('火星移民')}`],
  ['the digests', '/digests'],
  ['the editor', `/digests/${found.draft}?tab=edit`],
  [
    'the editor: an item',
    `/digests/${found.draft}?tab=edit`,
    inTurn(first('ol button[class*=rowText]'), (page) => page.locator('[contenteditable=true]').waitFor()),
  ],
  [
    'the editor: chosen',
    `/digests/${found.draft}?tab=edit`,
    async (page) => {
      const picks = page.getByRole('checkbox', { name: /^选择 / });
      for (const i of [0, 1, 2]) await picks.nth(i).check();
    },
  ],
  [
    'the editor: setting aside',
    `/digests/${found.draft}?tab=edit`,
    inTurn(
      (page) =>
        page
          .getByRole('checkbox', { name: /^选择 / })
          .first()
          .check(),
      named(/不采用/),
      dialog,
    ),
  ],
  ['the editor: a candidate', `/digests/${found.draft}?tab=edit`, inTurn(first('[class*=cardText]'), dialog)],
  ['the editor: settings', `/digests/${found.draft}?tab=edit`, inTurn(named(/本期设置/), dialog)],
  ['the editor: correcting', `/digests/${found.draft}?tab=edit`, inTurn(named(/更\s?正$/), dialog)],
  ['the editor: for review', `/digests/${found.draft}?tab=edit`, inTurn(named(/^送\s?审/), dialog)],
  ['the editor: voiding', `/digests/${found.draft}?tab=edit`, inTurn(named(/^作\s?废/), dialog)],
  ['the editor: checks', `/digests/${found.draft}?tab=checks`],
  ['an issue: preview', `/digests/${found.issued}?tab=preview`],
  ['an issue: versions', `/digests/${found.issued}?tab=versions`],
  ['an issue: distribution', `/digests/${found.issued}?tab=distribution`],
  ['an issue: history', `/digests/${found.issued}?tab=timeline`],
  ['an issue on paper', `/digests/${found.issued}/print`],
  ...MATTERS,
];

const NETWORK: readonly Screen[] = [
  ['units', '/network'],
  ['a unit’s posts', '/network', inTurn(named(/^岗位/), dialog)],
  ['units: the tree', '/network', first('.network-filter .org-tree')],
  ['portfolios', '/network?view=portfolios'],
  ['dictionaries', '/network?view=terms'],
];
const CROSSED = 'measures=reports&rows=TOPIC_FAMILY&columns=MONTH&span=latestYear&show=row';
/** On a phone what a table is put together from is folded away. */
const building: Open = async (page) => {
  const fold = page.locator('.bench-head button[aria-expanded=false]');
  if (await fold.count()) await fold.click();
};
const analystOf = ({ accepted }: Found): readonly Screen[] => [
  ['analysis', '/analyst'],
  ['tokens', '/tokens'],
  ['tokens: a new one', '/tokens', inTurn(named(/^新建令牌/), dialog)],
  ['analysis: compared', '/analyst?measures=reports,problems&rows=TOWNSHIP&compare=LAST_YEAR&span=latestTen'],
  ['analysis: rows and columns', `/analyst?${CROSSED}`],
  ['analysis: rates of few', '/analyst?measures=digestUse,readRate&rows=TOWNSHIP,VILLAGE&span=today', building],
  ['analysis: refused', '/analyst?measures=reports&rows=GRADE', building],
  ['analysis: nothing found', '/analyst?measures=reports&rows=TOPIC&from=2020-01-01&to=2020-01-02'],
  ['behind a cell', `/analyst/rows?${CROSSED}&of=reports`],
  ['behind a number', '/analyst/reports?problems=1'],
  ['behind a number: a report', `/analyst/reports/${accepted}?problems=1`],
  ...NETWORK,
];

export async function deskRounds(url: string, photographed: string): Promise<Round[]> {
  const found = await lookFor(url);
  return [
    ['county.clerk', countyOf(found)],
    ['county.clerk', deskOf(found)],
    ['county.analyst', analystOf(found)],
    ['admin', ADMIN],
    [
      'township.clerk',
      [
        ['photos of a report', `/desk/reports/${photographed}`],
        ['a photo closely', `/desk/reports/${photographed}`, first('button.attached-frame')],
        ['a township’s desk', '/desk'],
        ['a township’s home', '/home'],
        ['a township’s network', '/network'],
      ],
    ],
    [
      'township.leader',
      [
        ['a township leader’s home', '/home'],
        ['a township leader’s desk', '/desk'],
      ],
    ],
    ['bureau.clerk', [['a department’s desk', '/desk']]],
    [
      'county.discipline',
      [
        ['the discipline desk', '/desk'],
        ['a sealed report', `/desk/reports/${found.sealed}`],
        ['asking who wrote it', `/desk/reports/${found.sealed}`, inTurn(named(/^申请/), dialog)],
        ['who asked', '/desk/openings'],
      ],
    ],
    [
      'county.leader',
      [
        [
          'a leader’s secretary',
          '/search',
          inTurn(first('.desk-account'), first('[data-menu-id$="-secretary"]'), dialog),
        ],
      ],
    ],
    [
      'county.director',
      [
        [
          'signing out everywhere',
          '/home',
          inTurn(first('.desk-account'), first('.ant-dropdown-menu-item-danger'), dialog),
        ],
        ['the tray of signatures', '/home/signing'],
        ['a director’s issue', `/digests/${found.draft}?tab=items`],
      ],
    ],
  ];
}
