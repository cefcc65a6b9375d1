import { afterAll, beforeAll, expect } from '@jest/globals';
import { onServer } from '@lxq/db/database.ts';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { press, sent, worded, written } from './deeds.ts';
import { arrive, type Person, PHONE } from './person.ts';

/** The seven of seven-people.test.ts, each in a browser context of their own, on two processes; and what two of them have open meanwhile. */
let platform: Platform;
let browser: Browser;
type Who = 'officer' | 'leader' | 'county' | 'bureau' | 'inCharge' | 'principal' | 'neighbour';
export const people: Record<Who, Person> = {} as never;
beforeAll(async () => {
  platform = await startPlatform(2);
  browser = await launchBrowser();
  const [first, second] = platform.apis.map((api) => api.url) as [string, string];
  people.officer = await arrive(browser, second, 'officer', PHONE);
  people.leader = await arrive(browser, first, 'city.leader', PHONE);
  people.county = await arrive(browser, first, 'county.clerk');
  people.bureau = await arrive(browser, second, 'bureau.clerk');
  people.inCharge = await arrive(browser, first, 'bureau.leader');
  people.principal = await arrive(browser, second, 'bureau.principal');
  people.neighbour = await arrive(browser, second, 'other.township.clerk');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** When a page was loaded: from now on it is to stay. */
const sinceOf = ({ page }: Person) => page.evaluate(() => performance.timeOrigin);
const stayed = new Map<Person, number>();
export const stay = async (who: Person) => stayed.set(who, await sinceOf(who));
export const haveStayed = async () => {
  for (const [who, since] of stayed) expect(await sinceOf(who)).toBe(since);
};

/** The newest step of its way, on the officer's phone and on the leader's. */
export const reporterSees = (step: string) =>
  people.officer.page.locator('.timeline li').first().getByText(step, { exact: true }).waitFor();
export const leaderSees = (step: string) =>
  people.leader.page.locator('.instruction-way li').first().getByText(step, { exact: true }).waitFor();
const caseLine = () => people.leader.page.getByRole('article').filter({ has: caseLink() });
export const caseLink = () => people.leader.page.locator('a[href^="/leader/cases/"]');
export const caseStands = (state: string) => caseLine().getByText(state, { exact: true }).waitFor();

export async function unitOf(account: string): Promise<string> {
  const { rows } = await onServer(platform.adminUrl, (client) =>
    client.query(
      `select u.name from login l join post p using (county_code, person_id) join unit u on u.county_code = p.county_code and u.code = p.unit_code where l.account = $1`,
      [account],
    ),
  );
  return rows[0].name;
}

/** The leader in charge signs what was written on the case. */
export async function reported(): Promise<void> {
  await press(people.inCharge.page, '签字报结');
  await sent(people.inCharge, '签字报结');
  await caseStands('已报结');
  await reporterSees('案件已报结，待回访');
}

/** The bureau says what came of the instruction; the leader in charge signs that, and nobody else may. */
export async function told(body: string, answer: string): Promise<void> {
  await press(people.bureau.page, '开始办理');
  await worded(people.bureau, '派人现场查看，清淤到渠尾', '开始办理');
  await written(people.bureau, ['属实，已解决', '群众已签署意见'], {
    ...{ 办理情况: body, 可告知群众的答复: answer, 群众本人意见: '水来了，满意', 签字原件保管人: '水利局档案室' },
  });
  expect(await people.bureau.page.getByRole('button', { name: '签字报结' }).count()).toBe(0);
  // Whoever signs has read it: an older text is not signed.
  await people.inCharge.page.getByText(body).first().waitFor();
  await press(people.inCharge.page, '签字报结');
  await sent(people.inCharge, '签字报结');
  await leaderSees('签字报结');
  // Its panel has fetched that by now: an answer on its way would take back what the office is about to do.
  await people.county.page.locator('.report-timeline li').last().getByText('签字报结', { exact: true }).waitFor();
  await reporterSees('承办单位已报办理结果');
}

/** The officer reads the answer on the phone, tells the villager, and says so. */
export async function passedOn(answer: string): Promise<void> {
  const { page } = people.officer;
  await page.getByText(answer).first().waitFor();
  await press(page, '已转告群众');
  await page.getByText(/^已于 .+ 转告群众$/).waitFor();
}
