import { randomUUID } from 'node:crypto';
import { median } from '@lxq/e2e/median.ts';
import pg from 'pg';
import { BIG_COUNTY } from '../data/shapes.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';

const ROUNDS = 41;
const INSERTS = 100;

/** What counting costs the one who writes. */
export const measure: Measure = {
  name: 'delta',
  run: async ({ adminUrl }: Bench): Promise<Figure[]> => {
    const admin = new pg.Client(adminUrl);
    await admin.connect();
    try {
      return [await figureOf(admin)];
    } finally {
      await admin.end();
    }
  },
};

/** What the tallies' trigger adds to the insert of a report, with all its indexes and foreign keys; everything is undone. */
async function figureOf(admin: pg.Client): Promise<Figure> {
  const { rows } = await admin.query(
    `select * from report where county_code = $1 and state = 'SUBMITTED' and line = 'LINE' limit 1`,
    [BIG_COUNTY],
  );
  const { township_code: _, village_code: __, ...report } = rows[0];
  const columns = Object.keys(report);
  const text = `insert into report (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`;
  const insert = () => {
    const id = randomUUID();
    return admin.query({ name: 'insert', text, values: Object.values({ ...report, id, client_id: id }) });
  };
  const inserting = async (deed: 'enable' | 'disable') => {
    await admin.query('begin');
    await admin.query('set local role lxq_owner');
    await admin.query(`alter table report ${deed} trigger report_tallied`); // either way plans are made anew
    for (let i = 0; i < 10; i++) await insert();
    const begun = performance.now();
    for (let i = 0; i < INSERTS; i++) await insert();
    const took = performance.now() - begun;
    await admin.query('rollback');
    return took;
  };
  const took = await interleave(ROUNDS, { with: () => inserting('enable'), without: () => inserting('disable') });
  return {
    measure: 'insert of a report: with its delta ÷ without',
    ...ratios(took.with, took.without),
    unit: '×',
    bound: 'most',
    reach: 1.2,
    note: `${((median(took.with) * 1000) / INSERTS).toFixed(0)} µs ÷ ${((median(took.without) * 1000) / INSERTS).toFixed(0)} µs, the INSERT alone: submitting writes an audit line, an event and a search row besides`,
  };
}
