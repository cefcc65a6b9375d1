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
