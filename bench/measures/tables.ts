import { onServer } from '@lxq/db/database.ts';
import { median } from '@lxq/e2e/median.ts';
import { ask } from '@lxq/e2e/platform.ts';
import { UNPACED } from '@lxq/e2e/serving.ts';
import { addDays, dayOf, monthOf, startOf } from '@lxq/schema/calendar.ts';
import type pg from 'pg';
import { BIG_COUNTY, stationOf } from '../data/shapes.ts';
import { as, type Level, levelsOf } from '../levels.ts';
import { type Figure, interleave, type Measure, ratios } from '../measure.ts';

const ROUNDS = 10;
const TABLE = `query ($table: TableInput!) { table(table: $table) {
  rows { codes labels } columns { codes labels } cells { row column values compared } isFromTallies hash asOf } }`;

interface Question {
  name: string;
  table: { measures: string[]; rows: string[]; columns?: string[]; filter?: object };
  /** The same by hand: keys in their sequence, then the value. */
  sql: string;
}

const TODAY = dayOf(new Date());
const YEAR = { from: monthOf(addDays(TODAY, -364)).from, to: TODAY };
const MONTH = monthOf(addDays(monthOf(TODAY).from, -1));
const QUARTER = { from: addDays(TODAY, -89), to: TODAY };
const DAY = `(r.submitted_at at time zone 'Asia/Shanghai')::date`;
const MONTHS = `to_char(${DAY}, 'YYYY-MM')`;
const within = ({ from, to }: typeof YEAR) =>
  `r.county_code = ${BIG_COUNTY} and r.submitted_at >= '${startOf(from).toISOString()}' and r.submitted_at < '${startOf(addDays(to, 1)).toISOString()}'`;
const TOPIC = `join term t on t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code`;
const share = (hits: string, of: string) =>
  `100.0 * count(*) filter (where ${of} and ${hits}) / nullif(count(*) filter (where ${of}), 0)`;
const days = `(r.answered_at at time zone 'Asia/Shanghai')::date - ${DAY}`;
const STANDING = `r.state <> 'WITHDRAWN'`;

/** What is asked every day: each of one or two of the things that tallies keep. */
const QUESTIONS: Question[] = [
  {
    ...{
      name: 'townships × 旬, a year',
      table: { measures: ['reports'], rows: ['TOWNSHIP'], columns: ['TEN_DAYS'], filter: YEAR },
    },
    sql: `select r.township_code::text, to_char(${DAY}, 'YYYY-MM-') || case when extract(day from ${DAY}) > 20 then '21' when extract(day from ${DAY}) > 10 then '11' else '01' end, count(*) from report r where ${within(YEAR)} group by 1, 2`,
  },
  {
    ...{ name: 'townships, a month', table: { measures: ['reports'], rows: ['TOWNSHIP'], filter: MONTH } },
    sql: `select r.township_code::text, count(*) from report r where ${within(MONTH)} group by 1`,
  },
  {
    ...{ name: 'topics, a year', table: { measures: ['reports'], rows: ['TOPIC'], filter: YEAR } },
    sql: `select r.topic_code, count(*) from report r where ${within(YEAR)} group by 1`,
  },
  {
    ...{
      name: 'problems by family × month',
      table: { measures: ['problems'], rows: ['TOPIC_FAMILY'], columns: ['MONTH'], filter: YEAR },
    },
    sql: `select coalesce(t.parent_code, t.code), ${MONTHS}, count(*) filter (where t.is_problem) from report r ${TOPIC} where ${within(YEAR)} group by 1, 2`,
  },
  {
    ...{
      name: 'sources × month',
      table: { measures: ['reports'], rows: ['SOURCE'], columns: ['MONTH'], filter: YEAR },
    },
    sql: `select coalesce(r.source_code, ''), ${MONTHS}, count(*) from report r where ${within(YEAR)} group by 1, 2`,
  },
  {
    ...{ name: '阅办率 by township', table: { measures: ['readRate'], rows: ['TOWNSHIP'], filter: YEAR } },
    sql: `select r.township_code::text, ${share(`r.state not in ('SUBMITTED', 'URGENT')`, STANDING)} from report r where ${within(YEAR)} group by 1`,
  },
  {
    ...{
      name: 'closing rate by township × month',
      table: { measures: ['closingRate'], rows: ['TOWNSHIP'], columns: ['MONTH'], filter: YEAR },
    },
    sql: `select r.township_code::text, ${MONTHS}, ${share(`r.state in ('REPLIED', 'ARCHIVED')`, `r.state not in ('WITHDRAWN', 'MERGED')`)} from report r where ${within(YEAR)} group by 1, 2`,
  },
  {
    ...{ name: 'digest adoption by township', table: { measures: ['digestUse'], rows: ['TOWNSHIP'], filter: YEAR } },
    sql: `select r.township_code::text, ${share('r.digested_at is not null', STANDING)} from report r where ${within(YEAR)} group by 1`,
  },
  {
    ...{
      name: 'days to answer by township, median',
      table: { measures: ['daysToAnswerMedian'], rows: ['TOWNSHIP'], filter: YEAR },
    },
    sql: `select r.township_code::text, percentile_cont(0.5) within group (order by ${days}) filter (where r.answered_at is not null) from report r where ${within(YEAR)} group by 1`,
  },
  {
    name: 'villages of a township × week, 90 days',
    table: {
      ...{ measures: ['reports'], rows: ['VILLAGE'], columns: ['WEEK'] },
      filter: { ...QUARTER, under: String(stationOf(BIG_COUNTY, 1)) },
    },
    sql: `select r.village_code::text, to_char(date_trunc('week', ${DAY}::timestamp), 'YYYY-MM-DD'), count(*) from report r where ${within(QUARTER)} and r.township_code = ${stationOf(BIG_COUNTY, 1)} group by 1, 2`,
  },
];

/** An analyst's question over HTTP, with subtotals, totals and labels, against the cells alone by SQL under the same row security. */
export const measure: Measure = {
  run: async (bench) => {
    const served = await bench.serve(UNPACED);
    const token = await bench.token({ role: 'ANALYST' });
    try {
      return await onServer(bench.adminUrl, async (client) => {
        const [analyst] = (await levelsOf(client)) as [Level];
        const figures: Figure[] = [];
        for (const question of QUESTIONS)
          figures.push(await raced(question, { client, analyst, token, url: served.url }));
        return figures;
      });
    } finally {
      await served.stop();
    }
  },
};

interface Race {
  client: pg.Client;
  analyst: Level;
  token: string;
  url: string;
}
async function raced({ name, table, sql }: Question, { client, analyst, token, url }: Race): Promise<Figure> {
  const asked = { columns: [], ...table };
  const ours = () => ask<{ table: Table }>(url, token, TABLE, { table: asked });
  const theirs = () => as(client, analyst, () => client.query({ text: sql, rowMode: 'array' }));
  const [{ data, errors }, { rows }] = [await ours(), await theirs()];
  if (!data) throw new Error(JSON.stringify(errors));
  const depth = asked.rows.length + asked.columns.length;
  const [told, counted] = [
    cellsOf(data.table, depth),
    rows.map((row: unknown[]) => lineOf(row.slice(0, -1), row.at(-1))).sort(),
  ];
  if (told.join('\n') !== counted.join('\n'))
    throw new Error(`${name}: ${told.length} cells are not the ${counted.length} of SQL`);
  const timed = (work: () => Promise<unknown>) => async () => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const took = await interleave(ROUNDS, { ours: timed(ours), theirs: timed(theirs) });
  return {
    measure: `table of ${name}: answered ÷ GROUP BY`,
    ...ratios(took.ours, took.theirs),
    reach: '≤ 0.2 ×',
    note: `${median(took.ours).toFixed(1)} ms over HTTP ÷ ${median(took.theirs).toFixed(0)} ms, ${counted.length} cells, ${data.table.isFromTallies ? 'from tallies' : 'from the reports'}`,
  };
}

interface Table {
  rows: { codes: string[] }[];
  columns: { codes: string[] }[];
  cells: { row: number; column: number; values: (number | null)[] }[];
  isFromTallies: boolean;
}
const lineOf = (codes: readonly unknown[], value: unknown) =>
  `${codes.join(' ')} ${value === null ? '' : Number(value).toFixed(6)}`;
/** Without subtotals and totals, which have fewer codes. */
const cellsOf = ({ rows, columns, cells }: Table, depth: number): string[] =>
  cells
    .map(({ row, column, values: [value] }) => ({
      codes: [...(rows[row]?.codes ?? []), ...(columns[column]?.codes ?? [])],
      value,
    }))
    .filter(({ codes }) => codes.length === depth)
    .map(({ codes, value }) => lineOf(codes, value))
    .sort();
