import { describe, expect, test } from '@jest/globals';
import type { Route } from 'playwright-core';
import { submit } from './reporting.ts';
import { count, isText, officer, report, told, toOutbox, untilSent } from './troubled.ts';

/** A report with a picture, sent through every kind of bad network: the screen says the truth, and in the end it is stored once and whole. */

type Answer = (route: Route) => Promise<unknown>;
const page =
  (status: number): Answer =>
  (route) =>
    route.fulfill({ status, contentType: 'text/html', body: '<html>请先登录上网</html>' });
/** The server does it, and its answer is lost. */
const cut: Answer = async (route) => {
  await route.fetch().catch(() => undefined);
  await route.abort('connectionreset');
};
const busy: Answer = (route) =>
  route.fulfill({ status: 429, headers: { 'retry-after': '1' }, contentType: 'text/html', body: 'slow down' });
const failing: Answer = (route) =>
  route.fulfill({
    json: { errors: [{ message: 'it broke', extensions: { code: 'INTERNAL' } }], data: null },
  });

const TEXT: Record<string, [Answer, RegExp]> = {
  'no answer': [(route) => route.abort('internetdisconnected'), /没有网络/],
  'an answer that is lost after the server has stored it': [cut, /没有网络/],
  'a captive portal’s page': [page(200), /上网认证页/],
  'a redirection to somebody else': [
    (route) => route.fulfill({ status: 302, headers: { location: 'http://127.0.0.1:9999/portal' } }),
    /没有网络|上网认证页/,
  ],
  'a 403 on the way': [page(403), /403/],
  'a 413 on the way': [page(413), /413/],
  'a 429 on the way': [busy, /系统忙/],
  'a 502 on the way': [page(502), /上网认证页|没有回应/],
  'an error of the server’s': [failing, /没有回应/],
};
const BYTES: Record<string, [Answer, RegExp]> = {
  'no answer': [(route) => route.abort('internetdisconnected'), /没有网络/],
  'answers that are lost after the server has taken the bytes': [cut, /没有网络/],
  'a captive portal’s page': [page(200), /上网认证页/],
  'a 401 that is not our server’s': [page(401), /上网认证页|没有网络|重新登录/],
  'a 403 on the way': [page(403), /403/],
  'a 413 on the way': [page(413), /413/],
  'a 429 on the way': [busy, /系统忙/],
  'a 500 on the way': [page(500), /没有回应|上网认证页/],
};

async function through(pattern: string, trouble: Answer, says: RegExp) {
  const { page, context } = officer;
  await report();
  await context.route(pattern, (route) =>
    pattern === '**/graphql' && !isText(route) ? route.continue() : trouble(route),
  );
  try {
    await submit(page);
    await page.getByText(/已存本机，待发送 \d+ 条|没有发送成功/).waitFor();
    expect(await page.getByText('已送达', { exact: true }).count()).toBe(0);
    await toOutbox();
    await page.locator('.card').filter({ hasText: told }).getByText(says).first().waitFor({ timeout: 20_000 });
    expect((await count()).reports).toBeLessThanOrEqual(1);
  } finally {
    await context.unroute(pattern);
  }
  await page.locator('.card').filter({ hasText: told }).getByRole('button', { name: '重试' }).click();
  await untilSent();
  expect(await count()).toEqual({ reports: 1, arrived: 1 });
}

describe('the words', () => {
  test.each(Object.entries(TEXT))('%s', async (_, [trouble, says]) => through('**/graphql', trouble, says), 60_000);
});
describe('a picture', () => {
  test.each(Object.entries(BYTES))(
    '%s',
    async (_, [trouble, says]) => through('**/attachments**', trouble, says),
    60_000,
  );
});
