import { TRAY_STATES } from '@lxq/schema/reports/report-states.ts';
import { AT_DESKS, REPORT_READERS, type Role } from '@lxq/schema/roles.ts';
import { isProblem, topicDimensions } from '../network/network.measures.ts';
import { code, type Measure, type Measuring, measuresOf, type Subject, word } from '../platform/measuring/measure.ts';
import { oneOf } from '../platform/tables/words.ts';
import { tallied } from './counts/report-table.tally.ts';
import { numberOf } from './lists/report.number.ts';
import type { Report } from './report.entity.ts';

/** Where the viewer reads a report. */
function pathOf(role: Role, id: string): string {
  if (role === 'OFFICER') return `/officer/mine/${id}`;
  if (role === 'LEADER') return `/leader/reports/${id}`;
  if (role === 'VILLAGE_HEAD') return `/village/${id}`;
  return (AT_DESKS as readonly Role[]).includes(role) ? `/desk/reports/${id}` : `/search/reports/${id}`;
}
/** So much of what was told stands in a list. */
const TITLE = 60;

const reports: Subject = {
  ...{ name: 'REPORT', names: ['信息', 'reports'], from: 'report r', readers: REPORT_READERS, at: 'r.submitted_at' },
  dimensions: {
    ...{ TOWNSHIP: code('r.township_code'), VILLAGE: code('r.village_code'), UNIT: code('r.unit_code') },
    ...topicDimensions('r.topic_code'),
    ...{ SOURCE: word('r.source_code'), LINE: word('r.line'), URGENCY: word('r.urgency'), STATE: word('r.state') },
  },
  problem: isProblem('r.topic_code'),
  tallied,
  lines: {
    columns: `r.serial, r.submitted_at, left(r.content, ${TITLE}) as title, r.state, place.full_name as place`,
    join: 'left join place on place.county_code = r.county_code and place.code = r.place_code',
    line: (row: Report & { title: string; place: string | null }, { rights }) => ({
      ...{ no: numberOf(row), title: row.title, place: row.place, state: row.state, path: pathOf(rights.role, row.id) },
    }),
  },
};

const { count, rate, days } = measuresOf(reports);
const R = (source: string) => [source, source] as const;
const COUNTED = R('R113');

const STANDING = `r.state <> 'WITHDRAWN'`;
const MATTERS = `r.state not in ('WITHDRAWN', 'MERGED')`;
const day = (at: string) => `(${at} at time zone 'Asia/Shanghai')::date`;
const RECEIVED = ['收到的信息（不含撤回）', 'reports received, but for those withdrawn'] as const;

/** Of reports: whether its history has one of these deeds. What the office makes of a report stands there for whoever reads the report. */
const hasDeed = (deeds: readonly string[]) =>
  `exists (select from audit a where a.county_code = r.county_code and a.subject_id = r.id and a.subject = 'REPORT' and ${oneOf('a.deed', deeds)})`;
/** R37: a share of what was received, by what was made of it. */
export const use = (name: string, label: Measure['label'], hits: string): Measure =>
  rate({
    ...{ name, label, of: STANDING, hits, denominator: RECEIVED, source: R('R37') },
    formula: [`${label[0].replace('率', '')}的信息 ÷ 收到的信息`, 'reports so used ÷ reports received'],
  });

const answering = (
  name: string,
  quantile: number,
  [label, of]: [label: Measure['label'], of: Measure['label']],
): Measure =>
  days({
    ...{ name, label, of: 'r.answered_at is not null', quantile, source: R('R48') },
    days: `${day('r.answered_at')} - ${day('r.submitted_at')}`,
    tallied: { by: 'ANSWER', of: 'r.answer is not null', days: 'r.answer' },
    formula: [
      `报送日到答复日的自然日数，${of[0]}`,
      `calendar days from the day of the report to the day of its answer, ${of[1]}`,
    ],
    denominator: ['已答复的信息', 'reports that were answered'],
  });

const COUNTS: Measure[] = [
  count({
    ...{ name: 'reports', label: ['信息数', 'Reports'], source: COUNTED, tallied: {} },
    formula: ['报送的信息件数，含退回、撤回和并入的', 'reports sent, whatever became of them'],
  }),
  count({
    ...{
      name: 'problems',
      label: ['问题数', 'Problems'],
      source: COUNTED,
      of: 'asked.is_problem',
      tallied: { by: 'TOPIC' },
    },
    join: `left join term asked on asked.county_code = r.county_code and asked.kind = 'TOPIC' and asked.code = r.topic_code`,
    formula: ['类别属于问题的信息件数', 'reports whose topic is a problem'],
  }),
  count({
    ...{ name: 'households', label: ['涉及户数', 'Households'], source: COUNTED, of: MATTERS, sum: 'r.households' },
    formula: ['信息所填户数之和，不含撤回和并入的', 'households told of, but for reports withdrawn or merged'],
  }),
  count({
    ...{ name: 'people', label: ['涉及人数', 'People'], source: COUNTED, of: MATTERS, sum: 'r.people' },
    formula: ['信息所填人数之和，不含撤回和并入的', 'people told of, but for reports withdrawn or merged'],
  }),
  count({
    ...{
      name: 'urgentReports',
      label: ['紧急信息数', 'Urgent reports'],
      source: R('R36'),
      of: 'r.urgent_at is not null',
    },
    formula: ['标为紧急的信息件数', 'reports that are urgent'],
  }),
  count({
    ...{ name: 'overdueReports', label: ['超期未研判数', 'Overdue reports'], source: R('R32') },
    of: `${oneOf('r.state', TRAY_STATES.TODO)} and r.due_at < $now`,
    formula: ['已过研判时限仍未研判的信息件数', 'reports that nobody has judged though the time for it is over'],
  }),
];

const RATES: Measure[] = [
  {
    ...use('digestUse', ['摘报采用率', 'Used in the digest'], 'r.digested_at is not null'),
    tallied: { by: 'USE', of: `r.use <> 'WITHDRAWN'`, hits: `r.use = 'DIGEST'` },
  },
  use('caseUse', ['转案件率', 'Used in cases'], hasDeed(['case', 'openCase'])),
  use('instructionUse', ['获批示率', 'Instructed on'], hasDeed(['instruct'])),
  rate({
    ...{ name: 'judgedOnTime', label: ['按时研判率', 'Judged on time'], source: ['3.2 及时受理率', 'rules 3.2'] },
    of: `${MATTERS} and (r.handled_at is not null or r.due_at < $now)`,
    hits: 'coalesce(r.handled_at <= r.due_at, false)',
    formula: ['时限内研判的 ÷ 已研判或已超期的', 'judged within the time ÷ judged, or late'],
    denominator: ['已研判或已超期的信息', 'reports that were judged, or are late'],
  }),
  rate({
    ...{ name: 'readRate', label: ['阅办率', 'Read and dealt with'], source: R('R47') },
    ...{
      of: STANDING,
      hits: `r.state not in ('SUBMITTED', 'URGENT')`,
      denominator: RECEIVED,
      tallied: { by: 'STATE' },
    },
    formula: ['已阅办的 ÷ 收到的（不含撤回）', 'read and dealt with ÷ received, but for those withdrawn'],
  }),
  rate({
    ...{ name: 'closingRate', label: ['信息办结率', 'Closed'], source: ['3.2 办结率', 'rules 3.2'] },
    ...{ of: MATTERS, hits: `r.state in ('REPLIED', 'ARCHIVED')`, tallied: { by: 'STATE' } },
    formula: ['已答复或归档的 ÷ 收到的', 'answered or archived ÷ received'],
    denominator: ['收到的信息（不含撤回和并入的）', 'reports received, but for those withdrawn or merged'],
  }),
];

export const reportMeasuring: Measuring = {
  subjects: [reports],
  measures: [
    ...COUNTS,
    ...RATES,
    answering('daysToAnswerMedian', 0.5, [
      ['答复天数（中位）', 'Days to answer, median'],
      ['中位数', 'median'],
    ]),
    answering('daysToAnswerP90', 0.9, [
      ['答复天数（九成以内）', 'Days to answer, 90th percentile'],
      ['第 90 百分位', '90th percentile'],
    ]),
  ],
};
