import { beforeAll, expect, test } from '@jest/globals';
import { button, cursorOnWaiting, dialogOf, noOf, rows } from './desk-queue.ts';
import { atTheDoor, type Person, signInAs } from './person.ts';
import { browser, platform } from './stage.ts';

/** A desk whose line is slow or gone: nothing that was pressed or typed is lost without a word. */
let clerk: Person;
beforeAll(async () => {
  clerk = await atTheDoor(browser, platform.url);
  await signInAs(clerk.page, 'township.clerk');
  await clerk.page.waitForURL((address) => !address.pathname.includes('sign-in'));
  await clerk.page.goto(`${platform.url}/desk`);
  await rows(clerk.page).first().waitFor();
}, 240_000);

test('an undo that comes while another deed is under way is not lost: its note stays, and works afterwards', async () => {
  const { page } = clerk;
  const id = await cursorOnWaiting(page);
  const no = await noOf(page.locator(`tr[data-report="${id}"]`));
  await page.keyboard.press('a');
  const note = page.locator('.ant-notification-notice').filter({ hasText: `已受理 ${no}` });
  await note.waitFor();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('returnReport')) await held;
    await route.continue();
  });
  await cursorOnWaiting(page);
  await page.keyboard.press('r');
  await dialogOf(page).getByRole('textbox').fill('请写明是哪一口井');
  await button(dialogOf(page), '退回').click();
  await button(note, '撤销').click({ force: true }); // the dialog's veil lies over it
  await page.getByText('上一项还在办理').waitFor();
  answer();
  await dialogOf(page).waitFor({ state: 'hidden' });
  await button(note, '撤销').click();
  await page.getByText(`已撤销受理 ${no}`).waitFor();
  await note.waitFor({ state: 'hidden' });
  await page.unroute('**/graphql');
});

test('pressed twice without a network a dialog stays open and says so, and the keys beneath it do nothing', async () => {
  const { page, context } = clerk;
  const id = await cursorOnWaiting(page);
  await page.keyboard.press('r');
  const words = '请写明受影响的户数';
  await dialogOf(page).getByRole('textbox').fill(words);
  await context.setOffline(true);
  await button(dialogOf(page), '退回').dblclick();
  await dialogOf(page).getByText('网络不可用').waitFor();
  await button(dialogOf(page), '取消').focus();
  await page.keyboard.press('j');
  expect(await page.locator('tr[aria-current]').getAttribute('data-report')).toBe(id);
  expect(await dialogOf(page).getByRole('textbox').inputValue()).toBe(words);
  await context.setOffline(false);
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'hidden' });
});

test('where the next page does not come it is asked for once, said so, and asked for again when the network is back', async () => {
  const { page } = clerk;
  let asked = 0;
  let isCut = true;
  await page.route('**/graphql', (route) => {
    const isNext = route.request().postData()?.includes('"after":"');
    if (isNext) asked += 1;
    return isNext && isCut ? route.abort() : route.continue();
  });
  await page.goto(`${platform.url}/desk?tray=DONE`);
  await rows(page).first().waitFor();
  const first = await rows(page).count();
  const more = button(page, '加载更多');
  await more.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1_500);
  expect(asked).toBe(1);
  await page.getByText('没有取到后面的内容').waitFor();
  isCut = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await rows(page).nth(first).waitFor();
  await page.unroute('**/graphql');
});

test('where a search among units does not come it says so, and comes when it is asked for again', async () => {
  const { page } = clerk;
  let isCut = true;
  await page.route('**/graphql', (route) =>
    isCut && route.request().postData()?.includes('青石渡') ? route.abort() : route.continue(),
  );
  await page.goto(`${platform.url}/network`);
  await page.locator('.network-filter .org-tree').first().click();
  await page.keyboard.type('青石渡');
  const again = page.getByRole('button', { name: '没有取到，点按重试' });
  await again.waitFor();
  isCut = false;
  await again.click();
  await page.locator('.ant-select-tree-title').getByText('青石渡镇').first().waitFor();
  await page.unroute('**/graphql');
});
