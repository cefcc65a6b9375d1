import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './themes.zh.ts';

export default {
  title: 'Themes',
  name: 'Theme',
  none: 'No themes here; choose similar reports at the desk to make one.',
  gone: "It is not your unit's, or is not there.",
  seenIn: 'Reports: {{count, number}}',
  reports: 'Reports that it is seen in ({{count, number}})',
  unseen: 'Not yours to see: {{count, number}}',
  fact: {
    unit: 'Opened by',
    opened: 'Opened',
    owner: 'Who answers for it',
    plan: 'Plan',
    answer: 'Answer to all',
    answered: 'Answered',
  },
  open: {
    title: 'Make it a theme',
    about:
      'Chosen reports: {{count, number}}. They get one plan and one answer, and each goes on as before. It takes at least {{reports, number}}, of {{villages, number}} villages.',
    name: 'What the theme is called',
    done: '{{no}} is a theme now',
  },
  gather: {
    about: 'What is not ticked leaves the theme and goes its own way. At least {{count, number}} stay.',
    which: 'Reports that stay in it',
    unseen: 'Some of its reports are not yours to see, so it cannot be changed here.',
  },
  plan: { about: 'Say who answers for it, and what is done before it spreads.' },
  dialog: {
    about: {
      answer: 'It goes to every reporter of these reports: {{count, number}}. Use words that a villager understands.',
      dissolve: 'Say why they have nothing in common; each goes its own way. It can be restored.',
    },
    label: { answer: 'Answer', dissolve: 'Why it is dissolved' },
  },
} satisfies SameKeys<typeof zh>;
