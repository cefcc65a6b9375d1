import type { Page } from 'playwright-core';
import { lookForIt, startFront } from '../front.ts';
import { choosePhotos, submit, write } from '../stories/photo-form.ts';
import { untilInstalled } from '../stories/photos.ts';
import type { Roll, Shot } from './camera.ts';

/** What a phone shows by night, in large type, without a signal, and when something did not go as it should. */

const TOLD = '村东头石桥的护栏被车撞断了七八米，桥下是深沟，学生每天从这里过，群众要求尽快修好。';
const LIST = { name: '受灾户名单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script></script>') };

async function atTheForm(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.goto('/officer');
  await page.locator('.tiles-topics .tile').first().waitFor();
  const another = page.getByRole('button', { name: '另写一条' });
  if (await another.isVisible()) await another.click();
}
const bottom = (page: Page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight));
const visit =
  (address: string, seen: string): Shot['take'] =>
  async (page) => {
    await page.goto(address);
    await page.locator(seen).first().waitFor();
  };
/** The same once more after the network has gone. */
const cut =
  (address: string, seen: string): Shot['take'] =>
  async (page) => {
    await page.context().setOffline(false);
    await page.goto(address);
    await untilInstalled(page);
    await page.waitForTimeout(3_500); // what is fetched ahead, once the screen is calm
    await page.context().setOffline(true);
    await page.goto(address);
    await page.locator(seen).first().waitFor();
  };

const told: Shot[] = [
  {
    name: 'officer-photos',
    what: '照片、录音和文件 · Photos, voice and documents',
    take: async (page) => {
      await atTheForm(page);
      await write(page, TOLD);
      await choosePhotos(page, 'seagreen', 'steelblue');
      await page.getByRole('button', { name: '录音' }).click();
      await page.locator('.attachments').scrollIntoViewIfNeeded();
      await bottom(page);
    },
  },
  {
    name: 'officer-outbox-photos',
    what: '无信号时待发，带照片 · Waiting with photos',
    take: async (page) => {
      await atTheForm(page);
      await untilInstalled(page);
      await page.reload(); // from here on the service worker answers
      await page.locator('.tiles-topics .tile').first().waitFor();
      await page.context().setOffline(true);
      if ((await page.locator('img.attachment-figure').count()) === 0) {
        await write(page, TOLD);
        await choosePhotos(page, 'seagreen', 'steelblue');
      }
      await submit(page);
      await page.getByText('已存本机').first().waitFor();
      await page.locator('.phone-tab', { hasText: '待发' }).click();
      await page.getByText('照片2张').waitFor();
    },
  },
  {
    name: 'officer-mine-offline',
    what: '无信号时的我的上报 · My reports without a signal',
    take: cut('/officer/mine', 'a.card'),
  },
  {
    name: 'officer-refused',
    what: '县里没有收下的附件 · An attachment that was refused',
    take: async (page) => {
      await atTheForm(page);
      await write(page, `${TOLD}附受灾户名单。`);
      await choosePhotos(page, 'seagreen');
      await page.getByLabel('文件', { exact: true }).setInputFiles(LIST);
      await page.getByText(LIST.name).waitFor();
      await submit(page);
      await page.getByText('没有发送成功').waitFor({ timeout: 30_000 });
      await page.getByRole('link', { name: '查看待发' }).click();
      await page
        .getByText(/^县里没有收下/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'officer-missing',
    what: '已送达的一条，附件没有收下 · A delivered report with a refused attachment',
    take: async (page) => {
      await page.locator('article.card', { hasText: LIST.name }).getByRole('button', { name: '删除' }).click();
      await page.getByRole('button', { name: '确定' }).click();
      await page.getByText('已删除').waitFor();
      await page.goto('/officer/mine');
      await page.locator('a.card', { hasText: '附件1/2' }).first().click();
      await page.getByRole('button', { name: `去掉${LIST.name}` }).scrollIntoViewIfNeeded();
      await bottom(page);
    },
  },
  {
    name: 'officer-new-version',
    what: '有新版本 · A new version',
    take: async (page) => {
      const front = await startFront(new URL(page.url()).origin);
      await page.goto(`${front.url}/officer/mine`);
      await untilInstalled(page);
      await page.reload();
      await page.waitForTimeout(3_500);
      front.release();
      await lookForIt(page);
      await page.getByRole('button', { name: '有新版本，点此更新' }).waitFor();
    },
  },
];

/** Of both who carry a phone. */
const rung: Shot[] = [
  { name: 'notifications', what: '通知 · Notifications', take: visit('/notifications', 'main h1') },
  { name: 'notifications-channels', what: '通知设置 · Channels', take: visit('/notifications/channels', 'main h1') },
];
const named = (shots: readonly Shot[], by: string, what: string): Shot[] =>
  shots.map((shot) => ({ ...shot, name: `${by}-${shot.name}`, what: `${what}：${shot.what}` }));

const openAccount: Shot['take'] = async (page) => {
  await page.goto('/officer/mine');
  await page.getByRole('button', { name: '我的账号' }).click();
  await page.locator('.phone-account').waitFor();
};
const openInstruct: Shot['take'] = async (page) => {
  await page.goto('/leader/digests');
  await page.locator('main a[href^="/leader/digests/"]').first().click();
  await page.getByRole('button', { name: '批示', exact: true }).click();
  await page.getByRole('button', { name: '发送批示', disabled: false }).waitFor();
};
const one: Shot['take'] = async (page) => {
  await page.goto('/officer/mine');
  await page.locator('a.card').first().click();
  await page.getByText('办理过程').waitFor();
};

/** Drawn by night and in large type. */
const officers: Shot[] = [
  { name: 'officer-what', what: '什么事 · Step 1', take: visit('/officer', '.tiles-topics .tile') },
  { name: 'officer-mine', what: '我的上报 · My reports', take: visit('/officer/mine', 'a.card') },
  { name: 'officer-one', what: '一条 · One report', take: one },
  { name: 'officer-account', what: '我的账号 · Account', take: openAccount },
  { name: 'officer-notifications', what: '通知 · Notifications', take: visit('/notifications', 'main h1') },
];
const leaders: Shot[] = [
  { name: 'leader-today', what: '今日 · Today', take: visit('/leader', 'main section') },
  { name: 'leader-instruct', what: '批示 · Instructing', take: openInstruct },
  { name: 'leader-instructions', what: '我的批示 · Instructions', take: visit('/leader/instructions', 'main h1') },
];

export const stateRolls: readonly Roll[] = [
  {
    account: 'officer',
    on: ['phone'],
    isNew: true,
    shots: [{ name: 'officer-first-run', what: '第一次使用 · The first run', take: visit('/officer', '.welcome') }],
  },
  { account: 'officer', on: ['phone'], shots: [...told, ...named(rung, 'officer', '信息员')], isChanging: true },
  { account: 'county.leader', on: ['phone'], shots: named(rung, 'leader', '领导') },
  {
    account: 'county.leader',
    on: ['phone'],
    shots: [
      {
        name: 'leader-today-offline',
        what: '领导：无信号时的今日 · Today without a signal',
        take: cut('/leader', 'main section'),
      },
      {
        name: 'leader-urgent-offline',
        what: '领导：无信号时的紧急呈报 · An urgent report without a signal',
        take: async (page) => {
          await page.locator('a[href^="/leader/reports/"]').first().click();
          await page.getByRole('button', { name: '批示', exact: true }).waitFor();
        },
      },
    ],
  },
  ...(['dark', 'large'] as const).flatMap((look): Roll[] => {
    const what = look === 'dark' ? '深色 · Dark' : '大字版 · Large type';
    return [
      { account: 'officer', on: ['phone'], look, shots: named(officers, look, what) },
      { account: 'county.leader', on: ['phone'], look, shots: named(leaders, look, what) },
    ];
  }),
];
