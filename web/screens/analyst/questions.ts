import type { Asked } from './asked.ts';

type Ready = Pick<Asked, 'measures' | 'rows' | 'columns'> & Partial<Asked>;
const counted = { measures: ['reports'], columns: [] } as const;
const most = (measure: string): Asked['sort'] => ({ column: [], measure, by: 'value', isAscending: false });

/** Where an analyst begins: a question, with the table and the chart that answer it. */
const READY = {
  tenDays: {
    ...{ measures: ['reports', 'problems'], rows: ['TOWNSHIP'], columns: [], compare: 'LAST_YEAR', span: 'latestTen' },
    sort: most('reports'),
  },
  overdue: {
    measures: ['overdueReports'],
    rows: ['TOWNSHIP'],
    columns: ['TOPIC_FAMILY'],
    sort: most('overdueReports'),
  },
  rising: {
    ...{ measures: ['problems'], rows: ['TOPIC'], columns: [], compare: 'PREVIOUS', span: 'latestTen' },
    sort: { column: [], measure: 'problems', by: 'change', isAscending: false },
  },
  slowest: {
    ...{ measures: ['daysToAnswerMedian', 'daysToAnswerP90'], rows: ['UNIT'], columns: [], span: 'latestYear' },
    sort: most('daysToAnswerMedian'),
  },
  used: {
    ...{ measures: ['digestUse', 'caseUse', 'instructionUse'], rows: ['TOWNSHIP'], columns: [], span: 'latestYear' },
    sort: most('digestUse'),
  },
  satisfied: { measures: ['satisfaction', 'ratedShare'], rows: ['TOWNSHIP'], columns: [], span: 'latestYear' },
  onTime: { measures: ['judgedOnTime'], rows: ['TOWNSHIP'], columns: ['MONTH'], span: 'latestYear' },
  read: {
    ...{ measures: ['readRate', 'closingRate'], rows: ['TOWNSHIP'], columns: [], span: 'latestYear' },
    sort: most('readRate'),
  },
  months: { ...counted, rows: ['TOWNSHIP'], columns: ['MONTH'], span: 'latestYear', chart: 'line' },
  where: { ...counted, rows: ['TOPIC_FAMILY'], columns: ['TOWNSHIP'], span: 'latestYear', chart: 'heat' },
  townships: { ...counted, rows: ['TOWNSHIP', 'VILLAGE'], sort: most('reports'), chart: 'tiles' },
  topics: { ...counted, rows: ['TOPIC_FAMILY', 'TOPIC'], sort: most('reports') },
  sources: { ...counted, rows: ['SOURCE'], sort: most('reports'), showing: 'column' },
  states: { ...counted, rows: ['STATE'], sort: most('reports'), showing: 'column' },
  urgent: { measures: ['urgentReports'], rows: ['TOPIC'], columns: [], span: 'thisMonth', sort: most('urgentReports') },
} as const satisfies Record<string, Ready>;

export type QuestionName = keyof typeof READY;
export const QUESTIONS = Object.entries(READY).map(([name, ready]) => ({
  name: name as QuestionName,
  asked: { showing: 'value', filter: {}, ...ready } as Asked,
}));
