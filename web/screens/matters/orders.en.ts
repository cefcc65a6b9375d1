import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './orders.zh.ts';

export default {
  title: 'Orders',
  name: 'Order',
  none: 'No orders here',
  gone: "It was withdrawn, or is not your unit's.",
  seenBy: 'Seen by: {{names}}',
  fact: {
    kind: 'Kind of order',
    unit: 'Given to',
    issuer: 'Given by',
    title: 'Title',
    basis: 'What it rests on',
    requirement: 'What is to be done',
    due: 'Due',
    drafted: 'Drafted',
    issued: 'Issued',
    returns: 'Returned',
    case: 'From case',
    plan: 'How it is put right',
    result: 'What was done',
    found: 'What was found',
  },
  draft: {
    title: 'New order',
    ok: 'Keep, to be issued',
    about: 'The head of the unit issues it; until then it may be changed. Write no names and numbers.',
    done: '{{no}} is drafted, and waits to be issued',
  },
  inspect: { about: 'Write who went to see, and what they found.', team: 'Who went' },
  dialog: {
    grave: 'Once issued it goes to {{unit}}, and cannot be changed.',
    about: {
      rectify: 'Say how, who is responsible, and by when.',
      report: 'Say what was done and what came of it; it goes to the unit that gave the order.',
      return: 'Say what is missing. The unit goes on, and that is counted.',
    },
    label: { rectify: 'How it is put right', report: 'What was done', return: 'Why it is returned' },
  },
} satisfies SameKeys<typeof zh>;
