import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { onServer } from '@lxq/db/database.ts';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { button, dialogOf, noOf, rows } from './desk-queue.ts';
import { arrive, type Person, PHONE } from './person.ts';

/** Two clerks of one station at their own machines, and the county office that waits for them. */
let platform: Platform;
let browser: Browser;
let one: Person;
let other: Person;
let county: Person;
/** The other clerk's. */
let name: string;

/** The station's demo clerk, and beside them one who has come lately. */
const COLLEAGUE = `with mine as (select l.password_hash, p.* from login l join post p on p.county_code = l.county_code and p.person_id = l.person_id
    where l.account = 'township.clerk' and p.role = 'TOWNSHIP_CLERK'),
  person as (insert into person (county_code, id, name) select county_code, gen_random_uuid(), '新来的经办' from mine returning county_code, id, name),
  post as (insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from)
    select m.county_code, gen_random_uuid(), p.id, p.name, m.role, m.unit_code, m.area_code, m.valid_from from mine m, person p)
  insert into login select 'township.colleague', p.county_code, p.id, m.password_hash from mine m, person p`;

beforeAll(async () => {
  platform = await startPlatform(2);
  await onServer(platform.adminUrl, (client) => client.query(COLLEAGUE));
  name = '新来的经办';
  browser = await launchBrowser();
  one = await atDesk('township.clerk', platform.apis[0]?.url);
  other = await atDesk('township.colleague', platform.apis[1]?.url); // through another process
  county = await atDesk('county.clerk');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

async function atDesk(account: string, url = platform.url): Promise<Person> {
  const person = await arrive(browser, url, account);
  await person.page.goto(`${url}/desk`);
  await rows(person.page).first().waitFor();
  return person;
}
const originOf = (page: Page) => new URL(page.url()).origin;
async function open(page: Page, id: string): Promise<void> {
  await page.goto(`${originOf(page)}/desk/reports/${id}`);
  await page.getByRole('region', { name: '同事与催办' }).waitFor();
}
const presence = (page: Page, who: string) => page.getByText(`${who}正在处理`);
const waiting = async (page: Page, nth = 0) => {
  const row = rows(page).filter({ hasText: '已报送' }).nth(nth);
  return { id: (await row.getAttribute('data-report')) as string, no: await noOf(row) };
};
const within = async (ms: number, done: Promise<unknown>) => {
  const begun = Date.now();
  await done;
  expect(Date.now() - begun).toBeLessThan(ms);
};

test('who has the same report open is named, and gone within ten seconds after closing it', async () => {
  const { id } = await waiting(one.page);
  await open(one.page, id);
  await open(other.page, id);
  await within(10_000, presence(one.page, name).waitFor());
  await other.page.keyboard.press('Escape');
  await within(10_000, presence(one.page, name).waitFor({ state: 'detached' }));
});

test('whoever loses the network is gone within ten seconds, sees nobody meanwhile, and is back with it', async () => {
  const id = one.page.url().split('/').at(-1) as string;
  await open(other.page, id);
  await presence(one.page, name).waitFor();
  const seen = other.page.locator('.presence-mark');
  await seen.waitFor();
  await other.context.setOffline(true);
  await within(10_000, presence(one.page, name).waitFor({ state: 'detached' }));
  await seen.waitFor({ state: 'detached' });
  await other.context.setOffline(false);
  await presence(one.page, name).waitFor();
});

test('a tab that is closed is gone within ten seconds, and a phone shows a dot with a number', async () => {
  const id = one.page.url().split('/').at(-1) as string;
  const phone = await arrive(browser, platform.url, 'township.leader', PHONE);
  await phone.page.goto(`${platform.url}/desk/reports/${id}`);
  await phone.page.locator('.presence-dot').getByText('2').waitFor();
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
  const leader = one.page.locator('.presence-mark');
  await leader.getByText(/、/).waitFor();
  await phone.context.close();
  await within(10_000, presence(one.page, name).waitFor());
});

test('a report that is assigned is marked at the colleague’s desk as it happens, and stands among their own', async () => {
  await other.page.goto(`${originOf(other.page)}/desk`);
  const { id, no } = await waiting(one.page, 1);
  await open(one.page, id);
  await one.page.keyboard.press('g');
  await dialogOf(one.page).getByRole('combobox').click();
  await one.page.getByTitle(name, { exact: true }).click();
  await button(dialogOf(one.page), '指派').click();
  await one.page.getByText(`${no} 已指派给${name}`).waitFor();
  const row = other.page.locator(`tr[data-report="${id}"]`);
  await row.getByText('指派给我').waitFor();
  await other.page.getByRole('button', { name: '指派给我' }).click();
  await other.page.waitForURL(/assigned=ME/);
  await other.page.waitForFunction(() => document.querySelectorAll('tr[data-report]').length === 1);
  await one.page.keyboard.press('z');
  await one.page.getByText(`${no} 已恢复原来的指派`).waitFor();
  await other.page.goto(`${originOf(other.page)}/desk`);
});

test('an urge is a message and a mark at the station, and the county sees that it was read', async () => {
  const { id, no } = await waiting(other.page, 2);
  await open(county.page, id);
  await county.page.keyboard.press('c');
  await dialogOf(county.page).getByRole('textbox').fill('群众等着用水');
  await button(dialogOf(county.page), '催办').click();
  await county.page.getByText(`${no} 已催办`).waitFor();
  await other.page.getByText(`县群工办催办 ${no}`).waitFor();
  await other.page.locator(`tr[data-report="${id}"]`).getByText('催办').waitFor();
  await county.page.getByText('未读').first().waitFor();
  await open(other.page, id);
  await other.page.getByText('群众等着用水').first().waitFor();
  await county.page.locator('.beside-urge').getByText('已读').waitFor();
  await county.page.keyboard.press('c');
  await button(dialogOf(county.page), '催办').click();
  await county.page.getByText(/已于 .* 催办，.* 后可再次催办/).waitFor();
  await county.page.keyboard.press('Escape');
});

test('a note is kept in the report’s history at the own unit, marked as internal', async () => {
  const id = other.page.url().split('/').at(-1) as string;
  await other.page.keyboard.press('n');
  await dialogOf(other.page).getByRole('textbox').fill('已电话核实，等水利所回话');
  await button(dialogOf(other.page), '记下').click();
  await other.page
    .locator('.report-timeline li')
    .filter({ hasText: '等水利所回话' })
    .getByText('内部', { exact: true })
    .waitFor();
  await county.page.goto(`${originOf(county.page)}/desk/reports/${id}`);
  await county.page.locator('.report-timeline li').first().waitFor();
  expect(await county.page.getByText('等水利所回话').count()).toBe(0);
});

test('whoever decides a case that a colleague has just decided is told so, and goes on', async () => {
  const late = await arrive(browser, platform.url, 'county.clerk');
  await county.page.goto(`${platform.url}/matters/cases?tray=DECIDING`);
  await county.page.locator('tbody a').first().click();
  await county.page.getByRole('button', { name: '受理决定' }).waitFor();
  await late.page.goto(county.page.url());
  for (const { page } of [county, late]) {
    await page.getByRole('button', { name: '受理决定' }).click();
    await page.getByRole('radio', { name: '受理', exact: true }).click();
    await page.getByRole('radio', { name: '书面告知', exact: true }).click();
  }
  const sending = ({ page }: Person) => page.getByRole('dialog').getByRole('button', { name: '受理决定' });
  await sending(county).click();
  await county.page.getByRole('dialog').waitFor({ state: 'detached' });
  await sending(late).click();
  await late.page.getByText('不能再提交').waitFor();
  expect(await sending(late).isDisabled()).toBe(true);
  await late.page.keyboard.press('Escape');
  await late.page.getByRole('dialog').waitFor({ state: 'detached' });
  // The refusal has gone with the dialog, and the screen works on.
  await late.page.getByRole('button', { name: '立案', exact: true }).click();
  await late.page.getByRole('dialog', { name: /^立案/ }).waitFor();
  await late.context.close();
}, 60_000);
