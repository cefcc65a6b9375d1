import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOnTheWay, inTurn, type Screen, walkerOf } from './access.ts';
import { arrive, atTheDoor, DESK, type Person, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

const first = (selector: string) => (page: Page) => page.locator(selector).first().click();

const OFFICER: readonly Screen[] = [
  ['the form: what', '/officer'],
  ['the form: topics', '/officer', first('.topics-more')],
  ['the form: where', '/officer?step=where'],
  ['the form: places', '/officer?step=where', first('.field-picked')],
  ['the form: check', '/officer?step=check'],
  ['my reports', '/officer/mine'],
  ['one of my reports', '/officer/mine', first('a.card')],
  ['a villager’s contact', '/officer/mine', inTurn(first('a.card'), first('.contact > summary'))],
  ['the outbox', '/officer/outbox'],
  ['the account', '/officer', first('.phone-menu')],
];
const openIssue = first('main a[href^="/leader/digests/"]');
const LEADER: readonly Screen[] = [
  ['a leader’s today', '/leader'],
  ['issues', '/leader/digests'],
  ['an issue', '/leader/digests', openIssue],
  ['an issue’s contents', '/leader/digests', inTurn(openIssue, first('main header button'))],
  ['instructing', '/leader/digests', inTurn(openIssue, first('footer button:nth-of-type(2)'))],
  ['instructions', '/leader/instructions'],
];

const VILLAGE: readonly Screen[] = [
  ['a village’s reports', '/village'],
  ['nowhere', '/village/nowhere'],
  ['another’s screen', '/leader'],
];

const walk = async (person: Promise<Person>, screens: readonly Screen[]) =>
  faultsOnTheWay(await walkerOf(await person, platform.url), screens);
const come = (account: string, device = PHONE) => arrive(browser, platform.url, account, device);

test('axe finds nothing on any phone screen, in zh and en at 100 % and 200 %, and none is wider than the phone', async () => {
  const [stranger, officer, leader, leaderAtDesk, village] = await Promise.all([
    walk(atTheDoor(browser, platform.url, PHONE), [['the door', '/sign-in']]),
    walk(come('officer'), OFFICER),
    walk(come('county.leader'), LEADER),
    walk(come('county.leader', DESK), LEADER),
    walk(come('village.head'), VILLAGE),
  ]);
  const found = { stranger, officer, leader, leaderAtDesk, village };
  expect(found).toEqual({ stranger: {}, officer: {}, leader: {}, leaderAtDesk: {}, village: {} });
});
