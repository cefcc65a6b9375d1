import type { Page } from 'playwright-core';
import type { Ask, Roll } from './camera.ts';

const TEXT =
  '村东头机井的水泵坏了三天，沿路六十多亩玉米正缺水，群众要求尽快派人来修，或者先调一台水泵应急。联系电话13800001234。';

/** The three steps as far as `step`, with what an officer would write. */
async function write(page: Page, step: 'what' | 'where' | 'check'): Promise<void> {
  await page.goto('/officer');
  await page.locator('input[name=topic]').first().waitFor({ state: 'attached' });
  const another = page.getByRole('button', { name: '另写一条' });
  if (await another.isVisible()) await another.click();
  await page.locator('.tile', { hasText: '农田灌溉' }).click();
  await page.locator('#content').fill(TEXT);
  if (step === 'what') return;
  await page.getByRole('button', { name: '一键遮盖' }).click();
  await page.locator('.toast').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('#households').fill('23');
  await page.locator('#people').fill('86');
  if (step === 'check') await page.getByRole('button', { name: '下一步' }).click();
}

async function open(page: Page, ask: Ask, filter: string): Promise<void> {
  const query = `{ reports(filter: {mine: true, ${filter}}, first: 1) { edges { node { id } } } }`;
  const { reports } = await ask<{ reports: { edges: { node: { id: string } }[] } }>(query);
  const id = reports.edges[0]?.node.id;
  if (!id) throw new Error(`the officer has no report with ${filter}`);
  await page.goto(`/officer/mine/${id}`);
}

const signedOut: Roll['shots'] = [
  { name: 'sign-in', what: '登录 · Sign-in', take: async (page) => void (await page.goto('/sign-in')) },
  {
    name: 'sign-in-refused',
    what: '登录失败 · Sign-in refused',
    take: async (page) => {
      await page.goto('/sign-in');
      await page.locator('#account').fill('county.clerk');
      await page.locator('#password').fill('not the password');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.locator('#problem:not(:empty)').waitFor();
    },
  },
];

const officer: Roll['shots'] = [
  {
    name: 'officer-what',
    what: '信息员：什么事（第 1 步）· Officer, step 1',
    take: async (page) => {
      await write(page, 'what');
      await page.locator('h1').click(); // out of the text, up to the topics
      await page.evaluate(() => scrollTo(0, 0));
    },
  },
  {
    name: 'officer-text',
    what: '信息员：具体情况，提示个人信息 · Officer, step 1: the text, with personal data found',
    take: async (page) => {
      await write(page, 'what');
      await page.getByRole('button', { name: '一键遮盖' }).waitFor();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    },
  },
  { name: 'officer-where', what: '信息员：在哪里（第 2 步）· Officer, step 2', take: (page) => write(page, 'where') },
  {
    name: 'officer-place-picker',
    what: '选择地点，拼音首字母 · Choosing a place by initials',
    take: async (page) => {
      await write(page, 'where');
      await page.locator('.field-picked').click();
      await page.locator('input[type=search]').fill('qs');
    },
  },
  { name: 'officer-check', what: '信息员：核对报送（第 3 步）· Officer, step 3', take: (page) => write(page, 'check') },
  {
    name: 'officer-waiting',
    what: '无信号时提交：已存本机 · Submitted without a signal',
    take: async (page) => {
      await write(page, 'check');
      await page.waitForTimeout(2_500); // the screens after the form come once it has stood for a moment
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByText('已存本机').first().waitFor();
    },
  },
  {
    name: 'officer-outbox',
    what: '待发 · Outbox',
    take: async (page) => {
      await page.locator('.phone-tab', { hasText: '待发' }).click();
      await page.getByRole('button', { name: '删除' }).first().waitFor();
    },
  },
  {
    name: 'officer-sent',
    what: '已送达 · Delivered',
    take: async (page) => {
      await page.context().setOffline(false);
      // The phone notices the network by itself; the button is for who is quicker.
      await page
        .getByRole('button', { name: '现在全部发送' })
        .click({ timeout: 2_000 })
        .catch(() => {});
      await page.locator('[class*=outbox-]').first().waitFor({ state: 'detached' });
      await page.goBack();
      await page.getByText('已送达').waitFor();
    },
  },
  {
    name: 'officer-mine',
    what: '我的上报 · My reports',
    take: async (page) => void (await page.goto('/officer/mine')),
  },
  {
    name: 'officer-returned',
    what: '被退回的一条 · A returned report',
    take: (page, ask) => open(page, ask, 'states: [RETURNED]'),
  },
  {
    name: 'officer-mending',
    what: '补充后重新报送 · Mending a returned report',
    take: async (page, ask) => {
      await open(page, ask, 'states: [RETURNED]');
      await page.getByRole('button', { name: '补充后重新报送' }).click();
      await page.locator('#content').waitFor();
    },
  },
  {
    name: 'officer-answered',
    what: '有答复的一条 · An answered report',
    take: (page, ask) => open(page, ask, 'states: [REPLIED]'),
  },
  {
    name: 'officer-account',
    what: '岗位、语言、退出 · Post, language, signing out',
    take: async (page) => {
      await page.goto('/officer/mine');
      await page.getByRole('button', { name: '我的账号' }).click();
    },
  },
  {
    name: 'forbidden',
    what: '岗位不能打开的页面 · A screen the post does not open',
    take: async (page) => void (await page.goto('/desk')),
  },
  {
    name: 'not-found',
    what: '没有的页面 · Nothing here',
    take: async (page) => void (await page.goto('/officer/mine/00000000-0000-7000-8000-000000000000')),
  },
];

const village: Roll['shots'] = [
  {
    name: 'village-list',
    what: '本村信息 · Reports of the village',
    take: async (page) => void (await page.goto('/village')),
  },
  {
    name: 'village-report',
    what: '本村一条信息 · One report of the village',
    take: async (page) => {
      await page.goto('/village');
      await page.locator('a.card').first().click();
      await page.getByText('办理过程').waitFor();
    },
  },
];

const english: Roll['shots'] = [
  {
    name: 'english-officer',
    what: '英文界面 · In English: officer',
    take: async (page) => void (await page.goto('/officer')),
  },
  {
    name: 'english-officer-mine',
    what: '英文界面：我的上报 · In English: my reports',
    take: async (page) => void (await page.goto('/officer/mine')),
  },
];

export const phoneRolls: readonly Roll[] = [
  { account: null, on: ['phone', 'desk'], shots: signedOut },
  { account: 'officer', on: ['phone'], shots: officer },
  { account: 'village.head', on: ['phone'], shots: village },
  { account: 'officer', on: ['phone'], shots: english, language: 'en' },
];
