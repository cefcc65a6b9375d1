import { expect, test } from '@jest/globals';
import { type Answer, ask, signIn } from '../platform.ts';
import { press, tells } from './deeds.ts';
import { arrive, type Person, PHONE, untilClosed } from './person.ts';
import { browser, platform } from './stage.ts';

/** Who is signed in, as others read of them. */
async function nameOf(account: string): Promise<string> {
  const token = await signIn(platform.url, account);
  const { data } = await ask<{ viewer: { person: { name: string } } }>(
    platform.url,
    token,
    '{ viewer { person { name } } }',
  );
  return (data as { viewer: { person: { name: string } } }).viewer.person.name;
}

/** What an officer has just told is urgent, their station says. */
async function urgent(mark: string): Promise<{ id: string; no: string }> {
  interface Found {
    reports: { edges: { node: { id: string; no: string; version: number; excerpt: string } }[] };
  }
  const officer = await arrive(browser, platform.url, 'officer', PHONE);
  await tells(officer, `村东头${mark}的水泵烧坏已经四天，三十六户人家吃水要到河对岸去挑，盼望尽快派人来修。`);
  await officer.page.getByText('已送达').waitFor({ timeout: 15_000 });
  await officer.context.close();
  const token = await signIn(platform.url, 'township.clerk');
  const query = '{ reports(filter: { states: [SUBMITTED] }, first: 20) { edges { node { id no version excerpt } } } }';
  const { data }: Answer<Found> = await ask<Found>(platform.url, token, query);
  const found = data?.reports.edges.find(({ node }) => node.excerpt.includes(mark))?.node;
  if (!found) throw new Error('What the officer told is not there');
  const flag = 'mutation ($id: ID!, $version: Int!) { flagUrgent(id: $id, version: $version) { id } }';
  await ask(platform.url, token, flag, { id: found.id, version: found.version });
  return found;
}

const sheet = ({ page }: Person) => page.getByRole('dialog');
/** In the sheet behind the phone's menu. */
async function opensSecretary(leader: Person): Promise<void> {
  await leader.page.locator('.phone-menu').click();
  await sheet(leader).getByRole('button', { name: '知悉秘书' }).click();
}

test('a leader names a secretary; what is urgent is acknowledged at the desk, and the phone says by whom at once', async () => {
  const [secretary, called] = await Promise.all([nameOf('county.clerk'), nameOf('county.leader')]);
  const leader = await arrive(browser, platform.url, 'county.leader', PHONE);
  const clerk = await arrive(browser, platform.url, 'county.clerk');
  await clerk.page.goto(`${platform.url}/home`);
  await clerk.page.getByRole('heading', { name: '工作入口' }).waitFor();
  expect(await clerk.page.getByText('代领导知悉').count()).toBe(0);

  await opensSecretary(leader);
  await sheet(leader).getByRole('searchbox').fill(secretary);
  await sheet(leader)
    .getByRole('button', { name: new RegExp(`^${secretary} ·`) })
    .click();
  await press(sheet(leader), '指定');
  await sheet(leader).getByText(`已指定${secretary}代为知悉`).waitFor();
  await leader.page.keyboard.press('Escape');
  await untilClosed(leader.page, '.phone-account');

  const card = clerk.page.locator('.home-card', { hasText: '代领导知悉' });
  await card.getByText(`您是${called}的知悉秘书`).waitFor({ timeout: 15_000 });
  const { id, no } = await urgent(`石榴井${Date.now() % 100_000}号`);
  const alert = leader.page.locator('article', { has: leader.page.locator(`a[href="/leader/reports/${id}"]`) });
  await alert.getByRole('button', { name: '知悉' }).waitFor({ timeout: 15_000 });
  await card.getByRole('link', { name: no }).waitFor({ timeout: 15_000 });
  await card.getByRole('button', { name: `代为知悉：${called}，${no}` }).click();
  await card.getByText(`已代${called}知悉：${no}`).waitFor();
  await card.getByRole('link', { name: no }).waitFor({ state: 'detached' });

  await alert.getByText(`由${secretary}代为知悉`).waitFor({ timeout: 15_000 });
  expect(await alert.getByRole('button', { name: '知悉' }).count()).toBe(0);
  await alert.getByRole('link').click();
  await leader.page.getByText('三十六户人家吃水').waitFor();

  await opensSecretary(leader);
  await press(sheet(leader), '结束');
  await sheet(leader).getByText(`已结束，${secretary}不再代为知悉`).waitFor();
  await card.waitFor({ state: 'detached', timeout: 15_000 });
  await Promise.all([leader.context.close(), clerk.context.close()]);
}, 120_000);
