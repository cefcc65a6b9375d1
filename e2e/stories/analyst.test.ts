import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { arrive } from './person.ts';
import { browser, platform } from './stage.ts';

const table = (page: Page) => page.getByRole('grid');
const cells = (page: Page) => table(page).locator('tbody tr');
const hash = async (page: Page) => (await page.locator('.table-hash code').textContent()) as string;
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset.at);
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Steps with Tab alone until the keys are where they are wanted. */
async function tabTo(page: Page, isThere: () => Promise<boolean>) {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await isThere()) return;
  }
  throw new Error('Tab does not lead there');
}
const isOn = (page: Page, selector: string, text = '') =>
  page.evaluate(
    ([wanted, words]) => {
      const at = document.activeElement as HTMLElement;
      return at.matches(wanted as string) && (at.textContent ?? '').includes(words as string);
    },
    [selector, text] as const,
  );
const settled = async (page: Page) => {
  await cells(page).first().waitFor();
  await page.locator('.analyst-stale').waitFor({ state: 'detached' });
};

test('an analyst goes by keys alone from a question to the list behind a number and to a report, and comes back to the cell', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.analyst');
  await page.goto(`${platform.url}/analyst`);
  await page.getByRole('link', { name: '各乡镇、各村报了多少？' }).waitFor();
  await tabTo(page, () => isOn(page, 'a', '各乡镇、各村报了多少？'));
  await press(page, 'Enter');
  await settled(page);
  expect(await page.title()).toContain('信息数，按乡镇、村');

  await tabTo(page, () => isOn(page, '[data-at]'));
  await press(page, 'ArrowDown', 'ArrowDown');
  expect(await focused(page)).toBe('4 1');
  const cell = table(page).locator('[data-at="4 1"]');
  const [number, told] = [await cell.textContent(), await hash(page)];
  const counted = Number((number as string).replaceAll(',', ''));
  await page.locator('.table-told', { hasText: `信息数：${number}` }).waitFor();
  await press(page, 'Enter');
  await page.waitForURL(/\/analyst\/rows\?/);
  await page.getByText(`共 ${number} 件`).waitFor();
  expect(await hash(page)).toBe(told);
  const rows = page.locator('.behind-rows tbody tr');
  const end = page.getByText('已全部显示');
  while (!(await end.isVisible())) await press(page, 'End'); // the next page comes as its place comes into sight
  expect(await rows.count()).toBe(counted);

  const no = (await rows.first().locator('a').textContent()) as string;
  await tabTo(page, () => isOn(page, '.behind-rows a', no));
  await press(page, 'Enter');
  await page.waitForURL(/\/search\/reports\//);
  await page.locator('.report-panel', { hasText: no }).waitFor();
  await page.goBack();
  await page.getByText(`共 ${number} 件`).waitFor();
  await page.goBack();
  await settled(page);
  expect([await focused(page), await cell.textContent(), await hash(page)]).toEqual(['4 1', number, told]);
  await context.close();
});

test('a heading narrows the question, a measure’s sorts it, ctrl+z takes back, and a reload shows the same', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.analyst');
  const question = 'measures=reports,digestUse&rows=TOPIC_FAMILY&columns=MONTH&span=latestYear&show=column';
  await page.goto(`${platform.url}/analyst?${question}`);
  await settled(page);
  const seen = async () => ({ text: await table(page).textContent(), hash: await hash(page) });
  const asked = await seen();

  await table(page).locator('[data-at="3 0"]').focus();
  const family = ((await table(page).locator('[data-at="3 0"]').textContent()) as string).trim();
  await press(page, 'Enter');
  await page.waitForURL(/topic=/);
  await settled(page);
  await page.locator('.report-chips', { hasText: family }).waitFor();
  await cells(page).nth(2).waitFor({ state: 'detached' });
  const narrowed = await seen();
  expect(narrowed.hash).not.toBe(asked.hash);
  await page.reload();
  await settled(page);
  expect(await seen()).toEqual(narrowed);

  await press(page, 'Control+z');
  await page.waitForURL((url) => !url.search.includes('topic='));
  await settled(page);
  await cells(page).nth(3).waitFor();
  expect(await seen()).toEqual(asked);
  await table(page).locator('[data-at="1 2"]').focus();
  await press(page, 'Enter');
  await page.waitForURL(/sort=digestUse/);
  const rates = await table(page).locator('tbody tr:not([data-level="0"]) td:nth-of-type(2)').allInnerTexts();
  const numbers = rates.map((text) => Number.parseFloat(text)).filter((n) => !Number.isNaN(n));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  expect(new Set(numbers).size).toBeGreaterThan(1);
  await page.getByRole('button', { name: '行列互换' }).click();
  await page.waitForURL(/rows=MONTH&columns=TOPIC_FAMILY/);
  await page.getByRole('button', { name: '撤销上一步' }).click();
  await page.waitForURL(/rows=TOPIC_FAMILY&columns=MONTH/);
  await context.close();
});

test('a question that cannot be answered is refused at the control that puts it right, and the earlier table stays', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.analyst');
  await page.goto(`${platform.url}/analyst?measures=reports&rows=TOWNSHIP`);
  await settled(page);
  await page.getByLabel('比较', { exact: true }).focus();
  await press(page, 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
  const item = page.locator('.ant-form-item', { has: page.getByLabel('比较', { exact: true }) });
  await item.getByRole('alert').getByText('与往期比较时，请给出起始和截止日期').waitFor();
  expect(await cells(page).count()).toBeGreaterThan(5);
  await page.getByRole('button', { name: '近十日' }).click();
  await item.getByRole('alert').waitFor({ state: 'detached' });
  await settled(page);
  await table(page)
    .getByText(/[↑↓→] [升降平]/)
    .first()
    .waitFor();
  await page.goto(`${platform.url}/analyst?measures=reports&rows=GRADE`);
  await page
    .locator('.ant-form-item', { has: page.getByLabel('行', { exact: true }) })
    .getByRole('alert')
    .waitFor();
  await context.close();
});
