import { expect, test } from '@jest/globals';
import { ask } from '../platform.ts';
import { press } from './deeds.ts';
import { arrive } from './person.ts';
import { browser, platform } from './stage.ts';

interface Refused {
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: { cost: { asked: number; most: number } };
}
/** What a program does: it sends its token and nothing else. */
const asks = async (token: string, query: string) => (await ask<any>(platform.url, token, query)) as any & Refused;
const COUNTS = '{ viewer { post { role } } trayCounts { todo } }';

test('an analyst makes a token, a program counts with it and is refused a change, and stops reading the moment it is ended', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.analyst');
  await page.locator('.desk-account').click();
  await page.getByRole('menuitem', { name: '访问令牌' }).click();
  await page.getByText('还没有令牌').waitFor();

  await press(page, '新建令牌');
  const making = page.getByRole('dialog', { name: '新建令牌' });
  await making.getByLabel('名称').fill('统计月报程序');
  expect(await making.getByRole('checkbox', { name: /统计表/ }).isChecked()).toBe(true);
  await press(making, '创建');
  const shown = page.getByRole('dialog', { name: '令牌已创建' });
  const secret = await shown.getByLabel('“统计月报程序”的令牌').inputValue();
  expect(secret).toMatch(/^lxq_[\w-]{43}$/);
  await press(shown, '我已保存');
  await shown.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(secret);

  const counted = await asks(secret, COUNTS);
  expect(counted.data.viewer.post.role).toBe('ANALYST');
  expect(counted.extensions.cost.asked).toBeLessThan(counted.extensions.cost.most);
  for (const query of [
    'mutation { signOutEverywhere }',
    '{ reports(first: 1) { edges { cursor } } }',
    '{ tokens { id } }',
  ])
    expect([query, (await asks(secret, query)).errors?.[0]?.extensions.code]).toEqual([query, 'FORBIDDEN']);

  await page.reload();
  const row = page.locator('.tokens-row', { hasText: '统计月报程序' });
  await row.getByText(/最近使用：\d{4}-\d\d-\d\d/).waitFor();
  await row.getByText('使用中').waitFor();
  expect(await page.content()).not.toContain(secret);
  await row.getByRole('button', { name: '停用 统计月报程序' }).click();
  await press(page.getByRole('dialog', { name: '停用“统计月报程序”？' }), '停用');
  await row.getByText('已停用').waitFor();
  expect((await asks(secret, COUNTS)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await context.close();
}, 120_000);
