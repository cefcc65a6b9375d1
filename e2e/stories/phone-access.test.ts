import { expect, test } from '@jest/globals';
import { ask, signIn } from '../platform.ts';
import { faultsOnTheWay, first, inTurn, PHONES, type Screen, walkerOf } from './access.ts';
import { photographed } from './attached.ts';
import { arrive, atTheDoor, DESK, type Person } from './person.ts';
import { browser, platform } from './stage.ts';

/** The narrowest that is sold. */
const PHONE = { width: 360, height: 780 };

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
  ['what one is told', '/notifications'],
  ['how one is told', '/notifications/channels'],
  ['the signed-in devices', '/officer', inTurn(first('.phone-menu'), first('.phone-account [aria-expanded]'))],
  ['how it works', '/officer', inTurn(first('.phone-menu'), first('.phone-welcome'))],
];
const openIssue = first('main a[href^="/leader/digests/"]');
const LEADER: readonly Screen[] = [
  ['a leader’s today', '/leader'],
  ['issues', '/leader/digests'],
  ['an issue', '/leader/digests', openIssue],
  ['an issue’s contents', '/leader/digests', inTurn(openIssue, first('main header button'))],
  ['instructing', '/leader/digests', inTurn(openIssue, first('footer button:nth-of-type(2)'))],
  ['instructions', '/leader/instructions'],
  ['what a leader is told', '/notifications'],
  ['naming a secretary', '/leader', inTurn(first('.phone-menu'), first('.phone-account [aria-expanded]'))],
];
/** Something lies before the main leaders, so that a phone shows it. */
async function presented(): Promise<Screen> {
  const token = await signIn(platform.url, 'county.clerk');
  interface Found {
    presentableLeaders: { id: string }[];
    reports: { edges: [{ node: { id: string } }] };
  }
  const query =
    '{ presentableLeaders { id } reports(filter: {states: [TRIAGED]}, first: 1) { edges { node { id } } } }';
  const { data } = await ask<Found>(platform.url, token, query);
  const { id } = (data as Found).reports.edges[0].node;
  const leaders = JSON.stringify(data?.presentableLeaders.map((leader) => leader.id));
  await ask(platform.url, token, `mutation { presentReport(id: "${id}", leaders: ${leaders}) { id } }`);
  return ['what was presented', `/leader/reports/${id}`];
}

const VILLAGE: readonly Screen[] = [
  ['a village’s reports', '/village'],
  ['nowhere', '/village/nowhere'],
  ['another’s screen', '/leader'],
];

const walk = async (person: Promise<Person>, screens: readonly Screen[]) =>
  faultsOnTheWay(await walkerOf(await person, platform.url, PHONES), screens);
const come = (account: string, device = PHONE) => arrive(browser, platform.url, account, device);

test('axe finds nothing on any phone screen, by day and by night, in zh and en at 100 % and 200 %; none is wider than the phone, nothing too small for a thumb', async () => {
  const leaders = [...LEADER, await presented()];
  const report = await photographed(platform.url, browser);
  const look = first('button.attached-frame');
  const photos = (address: string): readonly Screen[] => [
    ['photos of a report', `${address}/${report}`],
    ['a photo closely', `${address}/${report}`, look],
  ];
  const [stranger, officer, leader, leaderAtDesk, village] = await Promise.all([
    walk(atTheDoor(browser, platform.url, PHONE), [['the door', '/sign-in']]),
    walk(come('officer'), [...OFFICER, ...photos('/officer/mine')]),
    walk(come('county.leader'), [...leaders, ...photos('/leader/reports')]),
    walk(come('county.leader', DESK), leaders),
    walk(come('village.head'), VILLAGE),
  ]);
  const found = { stranger, officer, leader, leaderAtDesk, village };
  expect(found).toEqual({ stranger: {}, officer: {}, leader: {}, leaderAtDesk: {}, village: {} });
});
