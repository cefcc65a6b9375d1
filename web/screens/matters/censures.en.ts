import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './censures.zh.ts';

export default {
  title: 'Censures',
  name: 'Censure',
  none: 'No censures here',
  gone: "It was withdrawn, or is not your unit's.",
  issuedOn: 'Issued {{day}}',
  draftedOn: 'Drafted {{day}}',
  fact: {
    unit: 'Unit named',
    title: 'Title',
    cause: 'What happened',
    evidence: 'What shows it',
    rule: 'Rule that it breaks',
    drafted: 'Drafted',
    approved: 'Approved',
    issued: 'Issued',
    appealUntil: 'Appeal until',
    appealed: 'Appealed',
    appeal: 'Appeal',
    decided: 'Decision on the appeal',
    plan: 'How it is put right',
    found: 'What was seen',
  },
  draft: {
    title: 'New censure',
    ok: 'Keep, to be approved',
    about: 'Say what happened, what shows it and which rule it breaks; the director approves it. No names and numbers.',
    done: '{{no}} is drafted, and waits to be approved',
  },
  dialog: {
    grave: {
      approve: 'Once approved the clerk issues it, and it cannot be changed.',
      issue: '{{unit}} sees it from then on, and may appeal within five work days.',
    },
    about: {
      appeal: 'Say what does not hold, and why. There is one appeal.',
      uphold: 'Say why; the unit reads it, and then puts it right.',
      revoke: 'Say why. It counts no longer, and there is no way back.',
      rectify: 'Say how, who is responsible, and by when.',
      verify: 'Say what you have seen; the director then lifts it.',
    },
    label: {
      appeal: 'Why it is wrong',
      uphold: 'Why it stays',
      revoke: 'Why it is revoked',
      rectify: 'How it is put right',
      verify: 'What was seen',
    },
  },
} satisfies SameKeys<typeof zh>;
