import { DIGEST_READERS } from '@lxq/schema/roles.ts';
import { type Measuring, measuresOf, type Subject, word } from '../platform/measuring/measure.ts';
import type { Digest } from './digest.entity.ts';

/** Of issues that went out, on the day that they did. */
const items: Subject = {
  ...{ name: 'DIGEST_ITEM', names: ['摘报条目', 'digest items'], readers: DIGEST_READERS, at: 'issue.issued_at' },
  from: 'digest_item r join digest issue on issue.county_code = r.county_code and issue.id = r.digest_id',
  dimensions: { PORTFOLIO: { sql: 'r.portfolio_id', type: 'uuid' }, STATE: word('issue.state') },
  lines: {
    columns: 'r.title, issue.state, issue.year, issue.no, issue.id as digest_id',
    line: ({ title, state, year, no, digestId }: Digest & { digestId: string }, { rights }) => ({
      ...{ no: `${year}-${no}`, title, place: null, state },
      path: rights.role === 'LEADER' ? `/leader/issues/${digestId}` : `/digests/${digestId}`,
    }),
  },
};

export const digestMeasuring: Measuring = {
  subjects: [items],
  measures: [
    measuresOf(items).count({
      ...{ name: 'digestItems', label: ['摘报条数', 'Digest items'], source: ['R31', 'R31'] },
      formula: ['已印发的摘报所载条目', 'items of issues that went out'],
    }),
  ],
};
