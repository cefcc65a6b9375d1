import type { Locator, Page } from 'playwright-core';
import type { Person } from './person.ts';

/** What several stories do alike. */

/** Goes to an address, once a dialog that has just closed took its entry of the history along: a step back under way ends a visit. */
export async function open({ page }: Person, path: string): Promise<void> {
  await page.waitForFunction(() => !history.state?.lxqOverlays);
  await page.goto(`${new URL(page.url()).origin}${path}`);
}
export const dialogOf = ({ page }: Person) => page.getByRole('dialog');

/** The component library sets two characters apart. */
export const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}$`) }).click();

/** The dialog's own button, and the dialog is gone. */
export async function sent(person: Person, deed: string): Promise<void> {
  await press(dialogOf(person), deed);
  await dialogOf(person).waitFor({ state: 'hidden' });
}

/** What is asked for by its label. */
export async function fill(within: Page | Locator, told: Record<string, string>): Promise<void> {
  for (const [label, words] of Object.entries(told)) await within.getByLabel(label).fill(words);
}
export async function check(within: Page | Locator, ...choices: string[]): Promise<void> {
  for (const name of choices) await within.getByRole('radio', { name, exact: true }).check();
}

/** Types into a field that finds, and takes the first that is found. */
export async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.locator(`#${field}`).fill(words);
  await page.locator('.ant-select-dropdown:visible').getByText(words).first().click();
}

/** An officer's report, in three short screens; on the line unless it goes another way. */
export async function tells({ page }: Person, content: string, line?: string): Promise<void> {
  await page.getByText('饮水难', { exact: true }).first().click();
  await page.getByLabel('具体情况').fill(content);
  await press(page, '下一步');
  await press(page, '下一步');
  if (line) await page.getByText(line, { exact: true }).click();
  await press(page, '提交');
}

/** A leader's words on what is open, for a unit that is found by its name. */
export async function instructs({ page }: Person, words: string, unit: string): Promise<void> {
  await press(page, '批示');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('批示内容').fill(words);
  await press(sheet, '其他单位…');
  await sheet.getByRole('searchbox').fill(unit);
  await sheet
    .locator('.org-drill-list')
    .getByRole('button', { name: new RegExp(unit) })
    .first()
    .click();
  await press(sheet, '发送批示');
  await sheet.waitFor({ state: 'hidden' });
}

/** The office accepts a case in writing and files it. */
export async function filed(office: Person): Promise<void> {
  await press(office.page, '受理决定');
  await check(dialogOf(office), '受理', '书面告知');
  await sent(office, '受理决定');
  await press(office.page, '立案');
  await check(dialogOf(office), '一般');
  await sent(office, '立案');
}

/** … and assigns it, with five fixings, five guarantees, whoever is in charge of its topic as its sponsor, and a notice's number. */
export async function assigned(office: Person, unit: string): Promise<void> {
  const { page } = office;
  const dialog = dialogOf(office);
  await press(page, '交办');
  await choose(page, 'matter-main', unit);
  await dialog.getByText('分管此类事项').waitFor();
  await fill(dialog, { 责任股室负责人: '农水股股长', 具体办理人: '农水股干事' });
  await dialog.getByLabel('办结时限').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await page.keyboard.press('Enter');
  await fill(dialog, { 巩固率: '95', 交办通知文号: `群发〔2026〕${Date.now() % 1_000_000}号` });
  await press(dialog, '都由具体办理人负责');
  await sent(office, '交办');
}

/** The unit forms a team, which has a plan. */
export async function planned(unit: Person, plan: string): Promise<void> {
  await press(unit.page, '组班子定方案');
  await fill(dialogOf(unit), { 工作方案: plan, 成员: '渠系管理员' });
  await unit.page.keyboard.press('Enter');
  await sent(unit, '组班子定方案');
}

/** The unit writes what came of it, or anew what was returned; where the villager signs on its screen, they do so too. */
export async function written(unit: Person, choices: string[], told: Record<string, string>): Promise<void> {
  await press(unit.page, '填写办理报告');
  const dialog = dialogOf(unit);
  await check(dialog, ...choices);
  await fill(dialog, told);
  if (await dialog.locator('.signature-pad').count()) await drawn(unit);
  await press(dialog, '保存报告');
  await dialog.waitFor({ state: 'hidden' });
}

/** A villager's hand, by the mouse. */
async function drawn(unit: Person): Promise<void> {
  const { page } = unit;
  const clear = dialogOf(unit).getByRole('button', { name: '清除重签' });
  if (await clear.isEnabled()) await clear.click();
  const pad = page.locator('.signature-pad');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is nowhere to sign');
  const [x, y] = [box.x + 40, box.y + 40];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(x + 20 * i, y + (i % 2) * 50);
  await page.mouse.up();
  await dialogOf(unit).getByText('已签名', { exact: true }).waitFor();
}

/** What a villager answers whoever asks. */
export async function heard(who: Person, choices: string[], opinion: string): Promise<void> {
  await press(who.page, '记录回访');
  await check(dialogOf(who), ...choices);
  await fill(dialogOf(who), { 群众原话: opinion });
}

/** A deed that asks for words. */
export async function worded(who: Person, words: string, deed: string): Promise<void> {
  await dialogOf(who).getByRole('textbox').last().fill(words);
  await sent(who, deed);
}

/** The widest that somebody's page is beyond their screen. */
export const overflow = ({ page }: Person) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
