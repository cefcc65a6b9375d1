import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import pg from 'pg';
import type { Route } from 'playwright-core';
import { arrive, type Person, PHONE } from './person.ts';
import { write } from './reporting.ts';
import { browser, platform } from './stage.ts';

/** An officer with a report and a picture, for the stories of whichever file names them. */

/** Who reports, on which page; another one after it was killed. */
export let officer: Person;
export const goOnWith = (person: Person) => {
  officer = person;
};
export let stored: pg.Client;
beforeAll(async () => {
  officer = await arrive(browser, platform.url, 'officer', PHONE);
  await officer.page.locator('.tiles-topics .tile').first().waitFor();
  stored = new pg.Client(platform.adminUrl);
  await stored.connect();
});
afterAll(() => stored.end());

/** Another text for each test. */
export let told: string;
let n = 0;
beforeEach(() => {
  told = `村西头第${++n}号机井的电缆被雷打断，四十二户人家三天没有水浇地，玉米已经打卷，盼望派人来接。`;
});

/** How many reports say so, and how many of their attachments have come. */
export async function count() {
  const { rows } = await stored.query(
    `select count(distinct r.id)::int as reports, count(a.id) filter (where a.state = 'ARRIVED')::int as arrived
     from report r left join attachment a on a.county_code = r.county_code and a.subject = 'REPORT' and a.subject_id = r.id and a.withdrawn_at is null
     where r.content = $1`,
    [told],
  );
  return rows[0];
}

export async function report() {
  const { page } = officer;
  await page.goto(`${platform.url}/officer`);
  await write(page, told, 1);
}
export const toOutbox = () => officer.page.goto(`${platform.url}/officer/outbox`);
export const untilSent = () => officer.page.getByText('没有待发送的信息').waitFor({ timeout: 30_000 });

export const isText = (route: Route) => route.request().postData()?.includes('mutation SubmitReport') ?? false;
