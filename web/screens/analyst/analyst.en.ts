import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './analyst.zh.ts';

export default {
  title: 'Analysis',
  list: 'Reports',
  questions: 'Frequent questions',
  question: {
    tenDays: 'What problems came in these ten days?',
    waiting: 'Which reports are overdue for triage?',
    urgent: 'What was urgent this month?',
    lastMonth: 'How much did each township report last month?',
  },
  total: '{{count, number}} reports',
  asOf: 'As of {{at}}',
  refresh: 'Count again',
  bars: 'Bars',
  table: 'Table',
  months: 'Months',
  count: 'Reports',
  share: 'Share',
  all: 'Show all {{count, number}}',
  fewer: 'Show fewer',
  nothing: 'No report matches',
  unnamed: 'Not given',
  by: { township: 'By township or unit', topic: 'By topic', source: 'By source', state: 'By state' },
  measure: {
    township:
      'Reports that match, by the township of the place (departments and enterprises by themselves). Opens the list.',
    topic: 'Reports that match, by topic. Opens the list.',
    source: 'Reports that match, by source. Opens the list.',
    state: 'Reports that match, by their present state; merged ones still count. Opens the list.',
  },
  pivot: {
    title: 'Month by month',
    hint: 'The darker, the more; opens the list.',
    latest: '{{count, number}} months with reports, of the latest 24 at most; the darker, the more; opens the list.',
  },
  backToCounts: 'Back to the counts',
} satisfies SameKeys<typeof zh>;
