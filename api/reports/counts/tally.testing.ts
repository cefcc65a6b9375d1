import { type Account, type Fixture, POSTS, submitted, UNITS } from '../../testing/fixture.ts';
import type { ReportFilter } from '../writing/report.input.ts';
import {
  liveReportCounts,
  reportCounts,
  stateCounts,
  stateCountsOf,
  trayCounts,
  trayCountsOf,
} from './report-counts.read.ts';
import { daysOf, liveCells, pivotOf, reportPivot } from './report-pivot.read.ts';
import { reportsOf } from './report-tally.read.ts';

/** Deeds and filters drawn by lot for the tallies' tests, the same at every run. */
export function lots(seed: number) {
  let state = seed;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T;
  return {
    draw,
    pick,
    maybe: <T>(share: number, make: () => T): T | undefined => (draw() < share ? make() : undefined),
  };
}
export type Lots = ReturnType<typeof lots>;

const AUTHORS = ['officer', 'officer2', 'poplarOfficer', 'otherOfficer', 'head', 'clerk'] as const;
const clerkOf = (line: string, unit: number, { pick }: Lots): Account => {
  if (line === 'SEALED') return 'discipline';
  if (line === 'DIRECT') return 'county';
  return pick<Account>(['county', unit === UNITS.elm ? 'otherClerk' : 'clerk']);
};

const CHANGES = [
  `topic_code = case topic_code when 'ROAD' then 'PRAISE' else 'ROAD' end`,
  `source_code = case when source_code is null then 'VISIT' end`,
  `line = case line when 'LINE' then 'DIRECT' else 'LINE' end`,
  `unit_code = ${UNITS.east}`,
  `due_at = due_at - interval '20 days'`,
  `submitted_at = submitted_at - interval '23 days'`,
  `submitted_at = submitted_at - interval '11 months'`,
  `state = 'WITHDRAWN', topic_code = 'LOOSE', due_at = now()`,
];

const clerkDeed = (document: string, from: string) => async (fixture: Fixture, draw: Lots) => {
  const report = await anyReport(fixture, draw, `state in (${from})`);
  if (!report) return false;
  const { id, version, line, unit } = report;
  const { errors } = await fixture.run(clerkOf(line, unit, draw), document, { id, version });
  return !errors;
};
const deed = (name: string, rest: string, from: string) =>
  clerkDeed(`mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version${rest}) { id } }`, from);

/** An alert was raised on it, or an item rests on it, since it was looked at. */
const takenUp = (error: { code?: string }) => {
  if (error.code !== '23503') throw error;
  return { rowCount: 0 };
};

/** Each answers whether it could be done. */
export const DEEDS: Record<string, (fixture: Fixture, draw: Lots) => Promise<boolean>> = {
  submit: async (fixture, { pick }) =>
    Boolean(
      await submitted(fixture, pick(AUTHORS), {
        topic: pick(['WATER', 'ROAD', 'PRAISE']),
        source: pick(['VISIT', null]),
        line: pick(['LINE', 'LINE', 'LINE', 'DIRECT', 'SEALED']),
      }),
    ),
  triage: deed('triageReport', '', `'SUBMITTED', 'URGENT'`),
  retopic: deed('triageReport', ', topic: "LOOSE"', `'SUBMITTED', 'URGENT'`),
  return: deed('returnReport', ', reason: "请补充户数"', `'SUBMITTED'`),
  flagUrgent: deed('flagUrgent', '', `'SUBMITTED'`),
  reply: deed('replyReport', ', answer: "已派人处理"', `'TRIAGED'`),
  archive: deed('archiveReport', ', reason: "已办结"', `'TRIAGED', 'REPLIED'`),
  withdraw: async (fixture, draw) => {
    const report = await anyReport(fixture, draw, `state in ('SUBMITTED', 'RETURNED')`);
    const author = Object.keys(POSTS).find((account) => fixture.rights(account as Account).personId === report?.author);
    const document = 'mutation ($id: ID!, $version: Int!) { withdrawReport(id: $id, version: $version) { id } }';
    return Boolean(report) && !(await fixture.run(author as Account, document, { ...report })).errors;
  },
  merge: async (fixture, draw) => {
    const master = await anyReport(fixture, draw, `state = 'SUBMITTED' and line = 'LINE'`);
    if (!master) return false;
    const member = await anyReport(
      fixture,
      draw,
      `state = 'SUBMITTED' and line = 'LINE' and id <> $2 and (topic_code, village_code) = (select topic_code, village_code from report where id = $2)`,
      master.id,
    );
    const document = 'mutation ($a: ID!, $b: [ID!]!) { mergeReports(master: $a, members: $b) { ok } }';
    const { data } = await fixture.run<{ mergeReports: { ok: boolean }[] }>('county', document, {
      a: master.id,
      b: [member?.id ?? ''],
    });
    return Boolean(data?.mergeReports[0]?.ok);
  },
  unmerge: clerkDeed('mutation ($id: ID!) { unmergeReport(id: $id) { id } }', `'MERGED'`),
  change: async (fixture, draw) => {
    const report = await anyReport(fixture, draw, 'true');
    await fixture.admin.query(`update report set ${draw.pick(CHANGES)} where id = $1`, [report?.id]);
    return Boolean(report);
  },
  remove: async (fixture, draw) => {
    const report = await anyReport(
      fixture,
      draw,
      `not exists (select from alert a where a.report_id = report.id) and not exists (select from digest_item_report d where d.report_id = report.id) and not exists (select from report m where m.master_id = report.id)`,
    );
    const all = 'with searched as (delete from report_search where report_id = $1) delete from report where id = $1';
    const { rowCount } = await fixture.admin.query(all, [report?.id]).catch(takenUp);
    return Boolean(rowCount);
  },
};

interface Found {
  id: string;
  version: number;
  line: string;
  unit: number;
  author: string;
}
async function anyReport(
  { admin }: Fixture,
  { draw }: Lots,
  condition: string,
  other?: string,
): Promise<Found | undefined> {
  const { rows } = await admin.query(
    `select id, version, line, unit_code::float8 as unit, author_id as author from report where ${condition} order by md5(id::text || $1) limit 1`,
    other ? [String(draw()), other] : [String(draw())],
  );
  return rows[0];
}

const day = (month: number, date: number) => new Date(Date.UTC(2026, month, date)).toISOString().slice(0, 10);
const TOPICS = ['WATER', 'ROAD', 'PRAISE', 'LOOSE'];

/** Wishes that tallies know and, one time in four, one that they do not. Months count back from this one. */
export function anyFilter({ draw, pick, maybe }: Lots): ReportFilter {
  const month = new Date().getUTCMonth() + (new Date().getUTCFullYear() - 2026) * 12 - Math.floor(draw() * 14);
  const odd = maybe<ReportFilter>(0.25, () =>
    pick<ReportFilter>([
      { states: ['TRIAGED', 'MERGED'] },
      { sources: ['VISIT'] },
      { urgency: 'HIGH' },
      { mine: true },
      { tray: 'OVERDUE' },
      { submittedFrom: day(month, 9) },
    ]),
  );
  return {
    under: maybe(0.5, () => String(pick(Object.values(UNITS)))),
    lines: maybe(0.3, () => pick([['LINE'], ['DIRECT', 'SEALED'], ['LINE', 'DIRECT'], []])),
    topics: maybe(0.2, () => [pick(TOPICS), pick(TOPICS)]),
    problemsOnly: maybe(0.2, () => true),
    submittedFrom: maybe(0.3, () => day(month, 1)),
    submittedTo: maybe(0.3, () => day(month + 1 + Math.floor(draw() * 14), 0)),
    ...odd,
  };
}

/** The same question answered from the tallies and from the reports: equal, or somebody is told a wrong number. */
export async function bothWays(
  fixture: Pick<Fixture, 'scope'>,
  account: Account,
  filter: ReportFilter,
): Promise<[unknown, unknown]> {
  const scope = fixture.scope(account);
  const asked = { ...filter, tray: null, states: null };
  const days = daysOf(filter, scope.now);
  const told = [
    await stateCounts(scope),
    await trayCounts(scope, filter),
    await reportCounts(scope, filter),
    await reportPivot(scope, filter),
  ];
  const true_ = [
    await stateCountsOf(scope, reportsOf(scope, null)),
    await trayCountsOf(scope, reportsOf(scope, asked)),
    await liveReportCounts(scope, filter),
    await pivotOf(scope, days, await liveCells(scope, { ...filter, ...days })),
  ];
  await scope.end('rollback');
  return [told, true_];
}
