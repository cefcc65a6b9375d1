import { randomUUID } from 'node:crypto';
import { onServer } from '@lxq/db/database.ts';
import { median } from '@lxq/e2e/median.ts';
import type pg from 'pg';
import { BIG_COUNTY } from '../data/shapes.ts';
import { interleave, type Measure, ratios } from '../measure.ts';

const ROUNDS = 41;
const INSERTS = 100;

/** What counting costs the one who writes: the tallies' trigger beside an insert with all its indexes and foreign keys. */
export const measure: Measure = {
  run: async ({ adminUrl }) => {
    const took = await onServer(adminUrl, async (client) => {
      const inserting = await inserterOn(client);
      return interleave(ROUNDS, { with: () => inserting('enable'), without: () => inserting('disable') });
    });
    const each = (milliseconds: readonly number[]) => `${((median(milliseconds) * 1000) / INSERTS).toFixed(0)} µs`;
    return [
      {
        measure: 'insert of a report: with its delta ÷ without',
        ...ratios(took.with, took.without),
        reach: '≤ 1.2 ×',
        note: `${each(took.with)} ÷ ${each(took.without)}, the INSERT alone: submitting writes an audit line, an event and a search row besides`,
      },
    ];
  },
};

/** Milliseconds of so many inserts, with the trigger or without; everything is undone. */
async function inserterOn(client: pg.Client) {
  const { rows } = await client.query(
    `select * from report where county_code = $1 and state = 'SUBMITTED' and line = 'LINE' limit 1`,
    [BIG_COUNTY],
  );
  const { township_code: _, village_code: __, ...report } = rows[0];
  const columns = Object.keys(report);
  const text = `insert into report (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`;
  const insert = () => {
    const id = randomUUID();
    return client.query({ name: 'insert', text, values: Object.values({ ...report, id, client_id: id }) });
  };
  return async (deed: 'enable' | 'disable') => {
    await client.query('begin');
    await client.query('set local role lxq_owner');
    await client.query(`alter table report ${deed} trigger report_tallied`); // either way plans are made anew
    for (let i = 0; i < 10; i++) await insert();
    const begun = performance.now();
    for (let i = 0; i < INSERTS; i++) await insert();
    const took = performance.now() - begun;
    await client.query('rollback');
    return took;
  };
}
