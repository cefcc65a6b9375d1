import type { Locator, Page } from 'playwright-core';

/** Moves the cursor with J to a report that still waits to be judged, and is not urgent already. */
export async function cursorOnWaiting(page: Page): Promise<string> {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('j');
    const current = page.locator('tr[aria-current]');
    if (await current.getByText('已报送').count()) return (await current.getAttribute('data-report')) as string;
  }
  throw new Error('no report waits');
}
export const rows = (page: Page) => page.locator('tr[data-report]');
export const noOf = async (row: Locator) => ((await row.locator('.report-open').textContent()) ?? '').trim();
export const dialogOf = (page: Page) => page.getByRole('dialog');
/** The component library sets two characters apart. */
export const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}`) });
