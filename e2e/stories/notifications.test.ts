import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { launchBrowser } from '../browser.ts';
import { type Answer, ask, type Platform, signIn, startPlatform } from '../platform.ts';
import { arrive, PHONE } from './person.ts';

/** A platform that sends mail, to a server of the test's own. */
let platform: Platform;
let browser: Browser;
const letters: string[] = [];
const mail = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
  onData: (stream, _session, then) =>
    void text(stream).then((letter) => {
      letters.push(Buffer.from(letter.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8'));
      then();
    }),
});
beforeAll(async () => {
  await new Promise<void>((ready) => mail.listen(0, '127.0.0.1', ready));
  const { port } = mail.server.address() as AddressInfo;
  platform = await startPlatform(1, { SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'lxq@example.cn' });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
  await new Promise<void>((done) => mail.close(done));
});

const bell = (page: Page) => page.locator('a.bell');
const badge = (page: Page) => bell(page).locator('.bell-count');
const told = async <Data>(account: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
  const answer: Answer<Data> = await ask<Data>(platform.url, await signIn(platform.url, account), query, variables);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
};

/** A report of the officer's own that waits at their station. */
async function waiting(): Promise<{ id: string; version: number }> {
  interface Found {
    reports: { edges: { node: { id: string; version: number } }[] };
  }
  const query = '{ reports(filter: { states: [SUBMITTED] }, first: 50) { edges { node { id version } } } }';
  const [mine, theirs] = await Promise.all([told<Found>('officer', query), told<Found>('township.clerk', query)]);
  const own = new Set(mine.reports.edges.map(({ node }) => node.id));
  const found = theirs.reports.edges.find(({ node }) => own.has(node.id));
  if (!found) throw new Error('The officer has no report that waits');
  return found.node;
}

const RETURN =
  'mutation ($id: ID!, $version: Int!) { returnReport(id: $id, version: $version, reason: "请补充受影响的户数") { no excerpt } }';
/** The station returns a report of the officer's own: its id, its number and how it begins. */
async function returned(): Promise<{ id: string; no: string; excerpt: string }> {
  const { id, version } = await waiting();
  const { returnReport } = await told<{ returnReport: { no: string; excerpt: string } }>('township.clerk', RETURN, {
    ...{ id, version },
  });
  return { id, ...returnReport };
}

test('the badge rings by itself when a report is returned; the row says which, and leads there; what one device knows the other does', async () => {
  await told('officer', 'mutation ($upTo: DateTime!) { acknowledgeNotifications(upTo: $upTo) }', {
    upTo: new Date().toISOString(),
  });
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  const { page: other, context: elsewhere } = await arrive(browser, platform.url, 'officer', PHONE);
  await Promise.all([bell(page).waitFor(), bell(other).waitFor()]);
  await page.waitForTimeout(3_000);
  expect(await badge(page).count()).toBe(0);

  const [first, second] = [await returned(), await returned()];
  for (const one of [page, other]) await badge(one).getByText('2', { exact: true }).waitFor({ timeout: 15_000 });

  await bell(page).click();
  const rowOf = ({ no }: { no: string }) => page.locator('.told-row', { hasText: no });
  for (const report of [first, second]) {
    await rowOf(report).getByText('您的报送被退回').waitFor();
    expect(await rowOf(report).textContent()).toContain(report.excerpt.slice(0, 20));
  }
  await rowOf(first).getByRole('button', { name: '知道了' }).dblclick();
  await rowOf(first).getByText('已知悉').waitFor();
  for (const one of [page, other]) await badge(one).getByText('1', { exact: true }).waitFor({ timeout: 15_000 });

  await rowOf(second).getByRole('link', { name: '查看' }).click();
  await badge(page).waitFor({ state: 'detached', timeout: 1_500 });
  await page.waitForURL(`${platform.url}/officer/mine/${second.id}`);
  await page.getByText('请补充受影响的户数').first().waitFor();
  await badge(other).waitFor({ state: 'detached', timeout: 15_000 });
  await page.goBack();
  await rowOf(second).getByText('已知悉').waitFor();
  for (const one of [context, elsewhere]) await one.close();
}, 120_000);

/** A report of the officer's that was returned, and why they know. */
async function known(): Promise<{ id: string; no: string }> {
  interface Told {
    notifications: { edges: { node: { kind: string; link: string; about: { no: string } } }[] };
  }
  const { notifications } = await told<Told>(
    'officer',
    '{ notifications { edges { node { kind link about { no } } } } }',
  );
  const found = notifications.edges.find(({ node }) => node.kind === 'REPORT_RETURNED');
  if (!found) throw new Error('The officer was told of no return');
  return { id: found.node.link.split('/').at(-1) ?? '', no: found.node.about.no };
}

test('several of one thing are one row that says how many, and go together', async () => {
  const { id, no } = await known();
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  interface Found {
    report: { version: number; content: string; topic: { code: string }; place: { code: string } } & Record<
      string,
      unknown
    >;
  }
  const FIELDS = 'version content clientId topic { code } place { code } occurredAt urgency line households people';
  const { report } = await told<Found>('officer', `query ($id: ID!) { report(id: $id) { ${FIELDS} } }`, { id });
  const { version, content, topic, place, ...same } = report;
  const draft = { ...same, topic: topic.code, place: place.code, content: `${content}受影响四十户。` };
  const RESUBMIT =
    'mutation ($id: ID!, $version: Int!, $draft: ReportDraft!) { resubmitReport(id: $id, version: $version, draft: $draft) { version } }';
  const again = await told<{ resubmitReport: { version: number } }>('officer', RESUBMIT, { id, version, draft });
  await told('township.clerk', RETURN, { id, version: again.resubmitReport.version });
  await page.goto(`${platform.url}/notifications`);
  const row = page.locator('.told-row', { hasText: no });
  await row.getByText('共 2 条').waitFor();
  expect(await row.count()).toBe(1);
  await row.getByRole('button', { name: '知道了' }).click();
  await row.getByText('已知悉').waitFor();
  await badge(page).waitFor({ state: 'detached', timeout: 15_000 });
  await context.close();
}, 60_000);

test('without a signal nothing is acknowledged, and the screen says so', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.leader', PHONE);
  await page.goto(`${platform.url}/notifications`);
  const row = page.locator('.told-row.told-new').first();
  await row.waitFor();
  await context.setOffline(true);
  await row.getByRole('button', { name: '知道了' }).click();
  await page.getByText('没有网络，联网后再点“知道了”').waitFor();
  expect(await row.getByRole('button', { name: '知道了' }).isVisible()).toBe(true);
  await context.close();
}, 60_000);

test('somebody adds a robot, which is refused at its field where it leads elsewhere; its address is seen no more, and it comes back when it was removed', async () => {
  const { page, context } = await arrive(browser, platform.url, 'township.clerk');
  await page.getByRole('button', { name: /我的账号/ }).click();
  await page.getByText('通知设置').click();
  await page.getByText('发到外面的只有三样').waitFor();
  const address = page.getByLabel('机器人地址（Webhook）');
  const problem = () =>
    address.evaluate((field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent);
  for (const [given, said] of [
    ['https://evil.example/cgi-bin/webhook/send?key=1', '地址不在允许范围内'],
    ['http://10.0.0.7/send?key=1', '地址不在允许范围内'],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send', '地址里缺少 key'],
    ['机器人', '地址格式有误'],
  ] as const) {
    await address.fill(given);
    expect(await address.getAttribute('aria-invalid')).toBe('false');
    await page.getByRole('button', { name: '添加渠道' }).click();
    await page.getByText(said).waitFor();
    expect([given, await address.getAttribute('aria-invalid'), await problem()]).toEqual([
      given,
      'true',
      expect.stringContaining(said),
    ]);
  }
  await address.fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret-of-the-robot');
  await page.getByRole('button', { name: '添加渠道' }).click();
  await page.getByText('企业微信机器人（我的）').waitFor();
  expect(await page.content()).not.toContain('secret-of-the-robot');
  await page.getByLabel('从').fill('07:00');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('且起止不同').waitFor();
  await page.getByLabel('从').fill('21:30');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await page.reload();
  await page.getByText('企业微信机器人（我的）').waitFor();
  expect(await page.getByLabel('从').inputValue()).toBe('21:30');
  await page.getByRole('button', { name: '移除' }).click();
  await page.getByText('还没有渠道').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('企业微信机器人（我的）').waitFor();
  await page.getByRole('button', { name: '移除' }).click();
  await page.getByText('还没有渠道').waitFor();
  await page.reload();
  await page.getByText('还没有渠道').waitFor();
  await context.close();
}, 60_000);

test('a mailbox rings once the code that was sent there is typed', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.leader', PHONE);
  await page.goto(`${platform.url}/notifications/channels`);
  await page.locator('.told-form select').selectOption({ label: '电子邮件' });
  await page.getByLabel('邮箱地址').fill('leader@example.cn');
  await page.getByRole('button', { name: '添加渠道' }).click();
  const row = page.locator('.told-row', { hasText: '电子邮件（我的）' });
  await row.getByText('未验证，暂不发送通知').waitFor();
  for (const end = Date.now() + 20_000; letters.length === 0 && Date.now() < end; ) await page.waitForTimeout(100);
  const code = /验证码：(\d{4} \d{4})/.exec(letters[0] ?? '')?.[1] ?? '';
  expect(code).not.toBe('');
  const field = row.getByLabel('验证码');
  await field.fill(code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)));
  await row.getByRole('button', { name: '验证' }).click();
  await row.getByText('验证码不对，请核对').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await row.getByRole('button', { name: '重新发送' }).click();
  await row.getByText('刚刚发过验证码，请一分钟后再试').waitFor();
  await field.fill(code);
  await row.getByRole('button', { name: '验证' }).click();
  await page.getByText('邮箱已验证').waitFor();
  await row.getByRole('button', { name: '试发' }).waitFor();
  expect(await row.getByText('未验证').count()).toBe(0);
  await context.close();
}, 90_000);
