import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { median } from '@lxq/e2e/median.ts';
import { ask } from '@lxq/e2e/platform.ts';
import pg from 'pg';
import { BIG_COUNTY } from '../data/shapes.ts';
import { enter, type Level, levelsOf } from '../levels.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { PLANS, timed } from '../plans.ts';

const ROUNDS = 11;

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const months = (term: (month: number) => string) => MONTHS.map(term).join(', ');
/** What api/reports/counts/report-tally.read.ts reads, and what it saves reading. Both under row security, both as the county's analyst. */
const PIVOT = {
  tallies: `select r.township_code, r.topic_code, r.year, array[${months((m) => `sum(r.n[${m}])`)}]::text as months from (
      select county_code, township_code, line, code as topic_code, year, n from year_tally where kind = 'TOPIC'
      union all select d.county_code, d.township_code, d.line, d.topic_code, extract(year from d.month)::int,
        array[${months((m) => `case when extract(month from d.month) = ${m} then d.n else 0 end`)}] from tally_delta d) r
    where r.county_code = $1 group by r.township_code, r.topic_code, r.year`,
  reports: `select r.township_code, r.topic_code, date_trunc('month', r.submitted_at at time zone 'Asia/Shanghai')::date as month, count(*)::int as n
    from report r where r.county_code = $1 group by 1, 2, 3`,
};
const UNITS = {
  county: 'county_code * 1000000000::bigint',
  township: 'township_code',
  village: 'village_code',
};
const trays = (unit: keyof typeof UNITS) => ({
  tallies: `select r.state, sum(r.n)::int as count, coalesce(sum(r.n) filter (where r.state in ('SUBMITTED', 'URGENT') and r.due_at < $3), 0)::int as overdue from (
      select county_code, unit_code, line, state, due_at, n from unit_tally
      union all select county_code, ${UNITS[unit]}, line, state, due_at, n from tally_delta) r
    where r.county_code = $1 and r.unit_code = $2 group by r.state having sum(r.n) <> 0 order by r.state`,
  reports: `select r.state, count(*)::int as count, (count(*) filter (where r.state in ('SUBMITTED', 'URGENT') and r.due_at < $2))::int as overdue
    from report r where r.county_code = $1 group by r.state order by r.state`,
});
const SHOWN = `query ($filter: ReportFilter) { reportPivot(filter: $filter) { months total rows { township topic counts } } }`;

interface Contest {
  tallies: pg.QueryConfig;
  reports: pg.QueryConfig;
}

/** Counts kept beside the reports against counting them. */
export const measure: Measure = {
  name: 'pivot',
  run: async (bench: Bench): Promise<Figure[]> => {
    const client = new pg.Client({ connectionString: bench.adminUrl, options: PLANS });
    const admin = new pg.Client(bench.adminUrl);
    await Promise.all([client.connect(), admin.connect()]);
    try {
      const levels = (await levelsOf(admin)).filter(isTallied);
      const [county] = levels as [Tallied];
      const values = [BIG_COUNTY];
      const pivot = { tallies: { text: PIVOT.tallies, values }, reports: { text: PIVOT.reports, values } };
      const took = await compare(client, county, pivot, ROUNDS);
      const desks: string[] = [];
      for (const level of levels) desks.push(`${level.name} ${await trayRatio(client, level)}`);
      return [figureOf(took, desks, await shown(bench, client, county))];
    } finally {
      await Promise.all([client.end(), admin.end()]);
    }
  },
};

type Tallied = Level & { name: keyof typeof UNITS };
const isTallied = (level: Level): level is Tallied => level.name in UNITS;

/** The same answer first; then each in turn. Milliseconds. */
async function compare(client: pg.Client, level: Level, { tallies, reports }: Contest, rounds: number) {
  const contest = { tallies: { ...tallies, name: nameOf(tallies) }, reports: { ...reports, name: nameOf(reports) } };
  await enter(client, level);
  assert.deepEqual(await linesOf(client, tallies), await linesOf(client, reports), `${level.name}: another answer`);
  for (let i = 0; i < 6; i++) await client.query(contest.tallies); // until the plan has settled
  const took = await interleave(rounds, {
    tallies: () => timed(client, contest.tallies),
    reports: () => timed(client, contest.reports),
  });
  await client.query('rollback');
  return took;
}

const nameOf = ({ text }: pg.QueryConfig) => createHash('sha1').update(text).digest('hex');

const linesOf = async (client: pg.Client, query: pg.QueryConfig): Promise<string[]> =>
  (await client.query(query)).rows
    .flatMap(apart)
    .map((row) => JSON.stringify(row))
    .sort();
/** A tally's twelve months as the rows of a GROUP BY. */
const apart = ({ year, months, ...row }: Record<string, unknown>) =>
  typeof months === 'string'
    ? JSON.parse(`[${months.slice(1, -1)}]`).flatMap((n: number, i: number) =>
        n ? { ...row, month: new Date(Number(year), i, 1), n } : [],
      )
    : row;

async function trayRatio(client: pg.Client, level: Tallied): Promise<string> {
  const [, county, unit] = level.scope;
  const now = new Date();
  const { tallies, reports } = trays(level.name);
  const took = await compare(
    client,
    level,
    { tallies: { text: tallies, values: [county, unit, now] }, reports: { text: reports, values: [county, now] } },
    5,
  );
  return `${ratios(took.tallies, took.reports).value.toFixed(3)} (${median(took.tallies).toFixed(2)} ms)`;
}

/** What the analyst's screen waits for, over HTTP; the numbers are those of the reports. */
async function shown(bench: Bench, client: pg.Client, county: Level): Promise<number> {
  await enter(client, county);
  const { rows } = await client.query(PIVOT.reports, [BIG_COUNTY]);
  await client.query('rollback');
  const real = rows.map((row) => `${row.township_code} ${row.topic_code} ${day(row.month)} ${row.n}`).sort();
  const served = await bench.serve();
  const token = await bench.token({ role: 'ANALYST' });
  const filter = { submittedFrom: rows.map(({ month }) => day(month)).sort()[0] };
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const begun = performance.now();
    const { data, errors } = await ask<Shown>(served.url, token, SHOWN, { filter });
    times.push(performance.now() - begun);
    if (errors) throw new Error(JSON.stringify(errors));
    if (i === 0) assert.deepEqual(cellsOf(data as Shown), real, 'the screen shows other numbers than the reports');
  }
  await served.stop();
  return median(times);
}

const day = (date: Date) => new Date(+date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
interface Shown {
  reportPivot: { months: string[]; rows: { township: string; topic: string; counts: number[] }[] };
}
const cellsOf = ({ reportPivot: { months, rows } }: Shown): string[] =>
  rows
    .flatMap(({ township, topic, counts }) => counts.map((n, i) => n && `${township} ${topic} ${months[i]} ${n}`))
    .filter((cell) => typeof cell === 'string')
    .sort();

function figureOf(took: { tallies: number[]; reports: number[] }, desks: readonly string[], httpMs: number): Figure {
  const [ours, theirs] = [median(took.tallies), median(took.reports)];
  return {
    measure: 'pivot township × topic × month of 1,000,000 reports: tallies ÷ live GROUP BY',
    ...ratios(took.tallies, took.reports),
    unit: '×',
    bound: 'most',
    reach: 0.05,
    note: `${ours.toFixed(1)} ms ÷ ${theirs.toFixed(0)} ms, the same cells over the same wire; as reportPivot over HTTP ${httpMs.toFixed(0)} ms. Tray counts, tallies ÷ live: ${desks.join(', ')}`,
  };
}
