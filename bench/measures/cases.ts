import assert from 'node:assert/strict';
import { onServer } from '@lxq/db/database.ts';
import { ask } from '@lxq/e2e/platform.ts';
import type pg from 'pg';
import { BIG_COUNTY, departmentOf } from '../data/shapes.ts';
import { webDocument } from '../documents.ts';
import { as, type Level, levelsOf } from '../levels.ts';
import { type Bench, type Figure, type Measure, spreadOf, type Who } from '../measure.ts';
import { racePages } from '../pages.ts';
import { buffersOf, planned } from '../plans.ts';
import { inScope, openTap, type Tap } from '../tap.ts';

/** How many cases are opened at each level: where the rows of one lie is luck. */
const CASES = 20;
/** As many as it takes until a document is compiled and every connection of the pool knows its statements. */
const WARM = 12;
const DOCUMENTS = { 'a case': webDocument('CaseWhole'), 'the duty list': webDocument('Duties') };
type Page = keyof typeof DOCUMENTS;

interface Cost {
  page: Page;
  whose: string;
  statements: number[];
  waits: number[];
  buffers: number[];
}

/** What a case's page and the duty list cost, asked for as the browser does: statements and waits are read off the wire. */
export const measure: Measure = {
  run: (bench) =>
    onServer(planned(bench.adminUrl), async (admin) => {
      const costs = await costsOf(bench, admin); // its process has ended before the race changes policies
      const figures = (Object.keys(DOCUMENTS) as Page[]).flatMap((page) => figuresOf(page, costs));
      return [...figures, ...(await racePages(bench, admin))];
    }),
};

async function costsOf(bench: Bench, admin: pg.Client): Promise<Cost[]> {
  const tap = await openTap(bench.appUrl);
  const served = await bench.serve({ APP_DATABASE_URL: tap.url });
  try {
    const costs: Cost[] = [];
    for (const { whose, who, level } of await clerksOf(admin)) {
      const asking = { url: served.url, token: await bench.token(who), tap, admin, whose, level };
      const cases = (await casesOf(admin, level)).map((id) => ({ id }));
      costs.push(await costOf(asking, 'a case', cases), await costOf(asking, 'the duty list', [{ first: 20 }]));
    }
    return costs;
  } finally {
    await served.stop();
    tap.close();
  }
}

interface Clerk {
  whose: 'county' | 'station' | 'department';
  who: Who;
  level: Level;
}
/** The county office's, a station's and a department's, which sees what it takes part in and nothing else. */
async function clerksOf(admin: pg.Client): Promise<Clerk[]> {
  const [county, station] = (await levelsOf(admin)) as [Level, Level];
  const unit = departmentOf(BIG_COUNTY, 1);
  const [, code, , person] = station.scope;
  return [
    { whose: 'county', who: { role: 'COUNTY_CLERK' }, level: county },
    { whose: 'station', who: { role: 'TOWNSHIP_CLERK' }, level: station },
    {
      whose: 'department',
      who: { role: 'TOWNSHIP_CLERK', unit },
      level: { ...station, scope: ['TOWNSHIP', code, unit, person] },
    },
  ];
}

/** The level's newest that have come to a result: the most that a page shows of one that is still open. */
async function casesOf(admin: pg.Client, { scope: [, county, unit], name }: Level): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    `select id from cases c where county_code = $1 and state in ('REPORTED', 'PRE_CLOSE_VISITED', 'CLOSED') and ($2 = 'county' or exists (select from participation p
       where p.county_code = c.county_code and p.subject_id = c.id and p.unit_code = $3)) order by opened_at desc, id desc limit ${CASES}`,
    [county, name, unit],
  );
  assert(rows.length > 0, `no case of ${name}`);
  return rows.map(({ id }) => id);
}

interface Asking {
  url: string;
  token: string;
  tap: Tap;
  admin: pg.Client;
  whose: string;
  level: Level;
}
async function costOf(
  { url, token, tap, admin, whose, level }: Asking,
  page: Page,
  all: Record<string, unknown>[],
): Promise<Cost> {
  const cost: Cost = { page, whose, statements: [], waits: [], buffers: [] };
  const answer = async (variables: Record<string, unknown>) => {
    const { data, errors } = await ask<Record<string, unknown>>(url, token, DOCUMENTS[page], variables);
    assert(!errors && data && Object.values(data).every(Boolean), JSON.stringify(errors));
  };
  for (let n = 0; n < WARM; n++) await answer(all[0] as Record<string, unknown>);
  for (const variables of all) {
    tap.clear();
    await answer(variables);
    const { asked, turns, matter } = inScope(tap);
    cost.statements.push(asked.length + 1);
    cost.waits.push(turns);
    let buffers = matter && level.name !== 'county' ? await buffersOf(admin, lookAt(matter, level)) : 0;
    for (const { text, values } of asked)
      buffers += await as(admin, level, () => buffersOf(admin, { text, values: values as string[] }), matter);
    cost.buffers.push(buffers);
  }
  return cost;
}

/** What opening the scope on a matter reads (app.set_matter). */
const lookAt = (matter: string, { scope: [, county, unit] }: Level) => ({
  text: 'select exists (select from participation p where p.county_code = $1 and p.subject_id = $2 and p.unit_code = $3)',
  values: [county, matter, unit],
});

function figuresOf(page: Page, all: readonly Cost[]): Figure[] {
  const costs = all.filter((cost) => cost.page === page);
  const figure = (what: 'statements' | 'waits' | 'buffers', reach: Figure['reach']): Figure => {
    const worst = costs.reduce((a, b) => (spreadOf(b[what]).value > spreadOf(a[what]).value ? b : a));
    const note = costs.map((cost) => `${cost.whose} ${spreadOf(cost[what]).value}`).join(', ');
    return { measure: `${page}, worst level: ${what}`, ...spreadOf(worst[what]), reach, note };
  };
  return [figure('statements', '≤ 6 statements'), figure('waits', '≤ 1 waits'), figure('buffers', '≤ 60 buffers')];
}
