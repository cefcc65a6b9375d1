import { expect, test } from '@jest/globals';
import { onServer } from '@lxq/db/database.ts';
import { ask, signIn } from '../platform.ts';
import { arrive, PHONE } from './person.ts';
import { choosePhotos, photosShown, submit, write } from './photo-form.ts';
import { browser, platform } from './stage.ts';

/** A report that came back is mended with its photos: those that the county has are shown, one goes and another comes. */

const TOLD = `村北${Date.now() % 100_000}号机耕路塌方，四十户人家的收割机进不去，麦子就要熟过头，盼望派人来看。`;
const STORED = `select r.id, r.version, r.state, a.state as arrived, a.withdrawn_at is not null as "isGone"
  from report r left join attachment a on a.subject_id = r.id where r.content = $1 order by a.position, a.created_at`;

test('a returned report shows its photos; one is taken out, another put in, and the county has just those', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await write(page, TOLD);
  await choosePhotos(page, 'red', 'blue');
  await submit(page);
  await page.getByText('已送达', { exact: true }).waitFor({ timeout: 30_000 });
  const stored = async () => (await onServer(platform.adminUrl, (client) => client.query(STORED, [TOLD]))).rows;
  const [{ id, version }] = (await stored()) as [{ id: string; version: number }];
  const desk = await signIn(platform.url, 'township.clerk');
  const returned = await ask(
    platform.url,
    desk,
    'mutation ($id: ID!, $version: Int!) { returnReport(id: $id, version: $version, reason: "请换一张看得清塌方的照片") { state } }',
    { id, version },
  );
  expect(returned.errors).toBeUndefined();

  await page.goto(`${platform.url}/officer/mine/${id}`);
  await page.getByRole('button', { name: '补充后重新报送' }).click();
  await photosShown(page).nth(1).waitFor();
  await page.getByText('县里已有').first().waitFor();
  await page.getByRole('button', { name: '去掉照片1' }).click();
  await choosePhotos(page, 'green');
  await photosShown(page).nth(1).waitFor();
  await submit(page);
  await page.getByText('已送达', { exact: true }).waitFor({ timeout: 30_000 });
  const states = (await stored()).map(({ arrived, isGone }) => `${arrived}${isGone ? ' gone' : ''}`).sort();
  expect(states).toEqual(['ARRIVED', 'ARRIVED', 'ARRIVED gone']);
  await context.close();
});

const PAGE = { mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script></html>') };
const LIST = { name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from('第1户，水田三亩') };

test('what the county does not take says which and why; another in its place goes by itself, from the outbox and from the delivered report', async () => {
  const told = `${TOLD}另附名单。`;
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await write(page, told);
  await choosePhotos(page, 'red');
  const files = page.getByLabel('文件', { exact: true });
  for (const name of ['甲.pdf', '乙.pdf', '丙.pdf']) await files.setInputFiles({ ...PAGE, name });
  await page.getByText('丙.pdf').waitFor();
  await submit(page);
  await page.getByText('没有发送成功').waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: '查看待发' }).click();
  for (const name of ['甲.pdf', '乙.pdf', '丙.pdf'])
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText(/^县里没有收下：.*网页/)
      .waitFor();
  await page.getByLabel('换掉甲.pdf').setInputFiles(LIST);
  await page.getByText('甲.pdf').waitFor({ state: 'detached' });
  await page.getByText('名单.txt').waitFor();
  expect(await page.getByText('没有待发送的信息').count()).toBe(0); // two of them are still refused
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('没有待发送的信息').waitFor();

  // The phone has let go of it: the county's own list says so, and the report is made whole from there.
  const count = page.locator('a.card').filter({ hasText: told.slice(0, 12) });
  await page.goto(`${platform.url}/officer/mine`);
  await count.first().getByText('附件1/4').waitFor();
  await count.first().click();
  await page.getByRole('button', { name: '去掉甲.pdf' }).click();
  await page.getByRole('button', { name: '去掉', exact: true }).last().click();
  await page.getByText('已去掉甲.pdf').waitFor();
  await page.getByRole('button', { name: '去掉乙.pdf' }).click();
  await page.getByRole('button', { name: '去掉', exact: true }).last().click();
  await page.getByText('已去掉乙.pdf').waitFor();
  await page.getByLabel('换掉丙.pdf').setInputFiles(LIST);
  await page.getByText('已送达', { exact: true }).waitFor({ timeout: 30_000 });
  await page.goto(`${platform.url}/officer/mine`);
  await count.first().getByText('附件2', { exact: true }).waitFor();
  await context.close();
});
