import { onServer } from '@lxq/db/database.ts';
import type pg from 'pg';
import { as, type Level, levelsOf } from '../levels.ts';
import { keyBefore, pageOf } from '../lists.ts';
import { type Measure, worstOf } from '../measure.ts';
import { buffersOf, meanBuffers, planned } from '../plans.ts';

const DEEP = 500;
/** How many pages one after the other are read: from the first on, and from page 500 on, or the last ones of a shorter list. */
const RUN = 20;

/** What reading a page of a list costs in pages of the database, whatever the machine. */
export const measure: Measure = {
  run: async ({ adminUrl }) => {
    const found = await onServer(planned(adminUrl), async (client) => {
      const all: Awaited<ReturnType<typeof pagesOf>>[] = [];
      for (const level of await levelsOf(client)) all.push(await as(client, level, () => pagesOf(client, level)));
      return all;
    });
    const deep = found.map(({ level, first, deep, page }) => {
      const means = `${level} ${deep.toFixed(1)}/${first.toFixed(1)}`;
      return page < DEEP ? `${means} (page ${page})` : means;
    });
    return [
      {
        measure: 'newest 20 of a list, worst level',
        ...worstOf(found.map(({ newest }) => newest)),
        reach: '≤ 30 buffers',
        note: found.map(({ level, newest }) => `${level} ${newest}`).join(', '),
      },
      {
        measure: 'page 500 ÷ page 1, worst level',
        ...worstOf(found.map(({ first, deep }) => deep / first)),
        reach: '≤ 1.2 ×',
        note: `means of ${RUN} pages each: ${deep.join(', ')}`,
      },
    ];
  },
};

async function pagesOf(client: pg.Client, { name: level, scope: [, county] }: Level) {
  const newest = await buffersOf(client, pageOf({}, county));
  const { key, page } = await keyBefore(client, county, DEEP);
  const first = await meanBuffers(client, {}, { county, pages: RUN });
  const deep = await meanBuffers(client, {}, { county, pages: RUN, after: key });
  return { level, newest, first, deep, page };
}
