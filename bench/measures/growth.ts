import { atDatabase } from '@lxq/db/database.ts';
import pg from 'pg';
import { GROWN_COUNTY, growthCounties, YOUNG_COUNTY } from '../data/shapes.ts';
import { enter, type Level, levelsOf } from '../levels.ts';
import { countsOf, keyBefore, LISTS, pageOf, type Rows } from '../lists.ts';
import { interleave, type Measure, ratios, worstOf } from '../measure.ts';
import { buffersOf, meanBuffers, planned, spent } from '../plans.ts';

const ROUNDS = 15;
const TIMES = 15;
const DEEP = 500;
/** Of each list, as far as it goes. */
const PAGES = 5;
const AGES = {
  young: { database: 'bench_young', county: YOUNG_COUNTY },
  grown: { database: 'bench_grown', county: GROWN_COUNTY },
};

/** One level's connection to a county of an age. */
interface Reader {
  client: pg.Client;
  level: Level;
}
/** What fifty times as many reports in a county do to its lists. */
export const measure: Measure = {
  databases: (scale) => {
    const { young, grown } = growthCounties(scale);
    return { [AGES.young.database]: [young], [AGES.grown.database]: [grown] };
  },
  run: async ({ adminUrl, say }) => {
    const found: Awaited<ReturnType<typeof compare>>[] = [];
    for (const name of ['county', 'township', 'village', 'officer'] as const) {
      const readers = [await readerOf(adminUrl, 'young', name), await readerOf(adminUrl, 'grown', name)] as const;
      for (const question of questionsTo(name)) found.push(await compare(question, readers));
      await Promise.all(readers.map(({ client }) => client.end()));
    }
    for (const { name, time, counted } of found) say(`  ${name}: ${time.value.toFixed(2)} in time, buffers ${counted}`);
    const slowest = found.reduce((a, b) => (b.time.value > a.time.value ? b : a));
    return [
      {
        measure: 'lists at 5,000,000 ÷ at 100,000 reports, the server’s processor time, worst list',
        ...slowest.time,
        reach: '≤ 1.2 ×',
        note: found.map(({ name, time }) => `${name} ${time.value.toFixed(2)}`).join('; '),
      },
      {
        measure: 'the same, buffers, worst list',
        ...worstOf(found.map(({ buffers }) => buffers)),
        reach: '≤ 1.2 ×',
        note: `means of ${PAGES} pages: ${found.map(({ name, counted }) => `${name} ${counted}`).join('; ')}`,
      },
    ];
  },
};

async function readerOf(adminUrl: string, age: keyof typeof AGES, name: Level['name']): Promise<Reader> {
  const { database, county } = AGES[age];
  const client = new pg.Client(planned(atDatabase(adminUrl, database)));
  await client.connect();
  const level = (await levelsOf(client, county)).find((each) => each.name === name) as Level;
  await enter(client, level);
  return { client, level };
}

interface Question {
  name: string;
  /** The rows of a list, or the counts of a level. */
  rows: Rows | 'counts';
  isDeep?: boolean;
}
function questionsTo(name: Level['name']): Question[] {
  const lists: Question[] = LISTS.filter(({ level }) => level === name).map((list) => ({
    name: list.name,
    rows: list,
  }));
  if (name === 'county') lists.push({ name: `page ${DEEP}`, rows: {}, isDeep: true });
  if (name !== 'officer') lists.push({ name: 'counts', rows: 'counts' }); // officers count their own few
  return lists;
}

/** What a reader asks, and the pages that it touches. */
async function costOf({ client, level }: Reader, { rows, isDeep }: Question) {
  const [, county] = level.scope;
  if (rows === 'counts') {
    const asked = countsOf(level, false);
    return { asked, buffers: await buffersOf(client, asked) };
  }
  const after = isDeep ? (await keyBefore(client, county, DEEP)).key : undefined;
  const buffers = await meanBuffers(client, rows, { county, pages: PAGES, after });
  return { asked: pageOf(rows, county, after), buffers };
}

async function compare(question: Question, [young, grown]: readonly [Reader, Reader]) {
  const [before, now] = [await costOf(young, question), await costOf(grown, question)];
  const name = `${question.name}, ${young.level.name}`;
  const took = await interleave(ROUNDS, {
    young: () => spent(young.client, { name, ...before.asked }, TIMES),
    grown: () => spent(grown.client, { name, ...now.asked }, TIMES),
  });
  const counted = `${now.buffers.toFixed(1)}/${before.buffers.toFixed(1)}`;
  return { name, time: ratios(took.grown, took.young), buffers: now.buffers / before.buffers, counted };
}
