import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './supervision.zh.ts';

export default {
  title: 'Supervision in figures',
  period: { thisMonth: 'This month', lastMonth: 'Last month', thisYear: 'This year', lastYear: 'Last year' },
  periods: 'Period',
  note: 'By the day of issue or decision; censures that were revoked and records taken back do not count. Units are counted, never people.',
  byUnit: 'By unit',
  none: 'No orders, censures or decisions in this period',
  column: {
    unit: 'Unit',
    inspected: 'Of them inspected',
    censures: 'Censures',
    accountabilities: 'Accountability',
    total: 'Total',
  },
  byKind: 'Accountability: what was decided and for what',
  kind: {
    CRITICISM: 'Criticism',
    ADMONITION: 'Admonition',
    REASSIGNMENT: 'Removal or reassignment',
    PARTY: 'Party discipline',
    ADMINISTRATIVE: 'Administrative sanction',
    JUSTICE: 'Passed to the judiciary',
  },
  basis: {
    SHIRKING: 'Shirking',
    NEGLECT: 'Neglect of duty',
    DERELICTION: 'Dereliction of duty',
    FALSE_REPORT: 'False reporting',
    RETALIATION: 'Suppression or retaliation',
  },
  records: 'Decisions',
  noRecords: 'No decisions in this period',
  fact: {
    decidedOn: 'Decided on',
    kind: 'Decision',
    basis: 'For what',
    organ: 'Organ',
    reference: 'Its number',
    matter: 'Case or censure',
  },
  record: {
    deed: 'Write down a decision',
    about:
      'Organs outside this system decide. Write down the unit, what was decided and for what; no names, no titles.',
    unit: 'Unit',
    reference: 'Its number (no names)',
    matterNo: 'Number of the case or censure (optional)',
    matterHint: 'Such as 案2026-0012 or 通2026-0003',
    done: 'Written down for {{unit}}',
  },
  withdraw: {
    deed: 'Take back',
    about: 'What was written down by mistake, or was revoked, counts no more; record and reason stay.',
    label: 'Reason',
    done: '{{no}} was taken back',
    was: 'Taken back: {{reason}}',
  },
} satisfies SameKeys<typeof zh>;
