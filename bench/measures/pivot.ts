import { onServer } from '@lxq/db/database.ts';
import { median } from '@lxq/e2e/median.ts';
import { BIG_COUNTY } from '../data/shapes.ts';
import { type Level, levelsOf } from '../levels.ts';
import { type Measure, ratios } from '../measure.ts';
import { planned, raceToTheSame } from '../plans.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const months = (term: (month: number) => string) => MONTHS.map(term).join(', ');
/** What api/reports/counts/report-tally.read.ts reads, and what it saves reading. Both under row security, both as the county's analyst. */
const TALLIES = `select r.township_code, r.topic_code, r.year, array[${months((m) => `sum(r.n[${m}])`)}]::text as months from (
      select county_code, township_code, line, code as topic_code, year, n from year_tally where kind = 'TOPIC'
      union all select d.county_code, d.township_code, d.line, d.topic_code, extract(year from d.day)::int,
        array[${months((m) => `case when extract(month from d.day) = ${m} then d.n else 0 end`)}] from tally_delta d) r
    where r.county_code = $1 group by r.township_code, r.topic_code, r.year`;
const REPORTS = `select r.township_code, r.topic_code, extract(year from r.submitted_at at time zone 'Asia/Shanghai')::int as year,
      extract(month from r.submitted_at at time zone 'Asia/Shanghai')::int as month, count(*)::int as n
    from report r where r.county_code = $1 group by 1, 2, 3, 4`;

/** Counts kept beside the reports against counting them. */
export const measure: Measure = {
  run: async ({ adminUrl }) => {
    const took = await onServer(planned(adminUrl), async (client) => {
      const [by] = (await levelsOf(client)) as [Level];
      const asked = (text: string) => ({ by, asked: { text, values: [BIG_COUNTY] } });
      return raceToTheSame(client, { ours: asked(TALLIES), theirs: asked(REPORTS) }, { rounds: 5, linesOf: cellsOf });
    });
    return [
      {
        measure: 'pivot township × topic × month of 1,000,000 reports: tallies ÷ live GROUP BY',
        ...ratios(took.ours, took.theirs),
        reach: '≤ 0.05 ×',
        note: `${median(took.ours).toFixed(1)} ms ÷ ${median(took.theirs).toFixed(0)} ms, the same cells over the same wire`,
      },
    ];
  },
};

/** A tally's twelve months as the rows of a GROUP BY. */
const cellsOf = (rows: object[]) =>
  rows
    .flatMap((row) => {
      const { township_code, topic_code, year, months, month, n } = row as Record<string, string>;
      const counts: number[] = months ? JSON.parse(`[${months.slice(1, -1)}]`) : [];
      const own = (month: unknown, n: unknown) => [township_code, topic_code, year, month, n].join(' ');
      return months ? counts.flatMap((n, i) => (n ? own(i + 1, n) : [])) : own(month, n);
    })
    .sort();
