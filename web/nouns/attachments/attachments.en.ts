import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './attachments.zh.ts';

export default {
  title: { REPORT: 'Attachments', CASE: 'Evidence', REVISIT: 'From the revisit' },
  some: {
    PHOTO: '{{arrived, number}} of {{count, number}} photos arrived',
    VOICE: '{{arrived, number}} of {{count, number}} voice notes arrived',
    FILE: '{{arrived, number}} of {{count, number}} documents arrived',
  },
  mark: { all: 'Attached: {{count, number}}', some: 'Attached: {{arrived, number}}/{{count, number}}' },
  kind: { PHOTO: 'Photo', VOICE: 'Voice note', FILE: 'Document' },
  photo: 'Photo {{no, number}}',
  needsSignal: 'Needs a network',
  awaited: 'Not arrived yet',
  refused: 'Not taken: {{why}}',
  unseen: 'Cannot be opened now',
  again: 'Try again',
  look: 'Look at {{name}}',
  save: 'Save {{name}}',
  viewer: {
    title: 'Photo {{no, number}} of {{all, number}}',
    alt: 'Photo {{no, number}} of {{all, number}}',
    previous: 'Previous (←)',
    next: 'Next (→)',
    larger: 'Larger (+)',
    smaller: 'Smaller (−)',
    whole: 'The whole picture (0)',
    turn: 'Turn right (R)',
    close: 'Close (Esc)',
    zoom: '{{percent, number}}%',
  },
} satisfies SameKeys<typeof zh>;
