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

test('the explorer asks a question and shows the contract, changes nothing, and loads nothing from outside', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.analyst');
  const [asked, faults]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${platform.url}/tokens`);
  const introspected = page.waitForResponse((response) => response.request().postData()?.includes('__schema') ?? false);
  await page.getByRole('link', { name: '查询试验台' }).click();
  await page.locator('.graphiql-query-editor').getByText('reportCounts').waitFor({ timeout: 30_000 });
  await introspected;
  await page.locator('.graphiql-execute-button').click();
  const answer = page.locator('.graphiql-response');
  await answer.getByText('"byTownship"').waitFor({ timeout: 30_000 });

  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('mutation { signOutEverywhere }');
  await page.locator('.graphiql-execute-button').click();
  await answer.getByText('这里只能查询，不能做更改或订阅').waitFor();
  expect(asked.filter((url) => !url.startsWith(platform.url) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(faults).toEqual([]);
  expect(await page.locator('a[href^=http]').count()).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('graphiql')))).toEqual([]);
  await context.close();
}, 120_000);
