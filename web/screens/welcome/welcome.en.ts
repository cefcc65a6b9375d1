import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './welcome.zh.ts';

export default {
  title: 'How it works',
  page: 'Picture {{number, number}} of {{count, number}}',
  skip: 'Skip',
  next: 'Next',
  start: 'Begin',
  officer: {
    write: {
      title: 'Write it down on the spot',
      text: 'Three steps make a report. Village, time and your name are filled in already.',
    },
    kept: {
      title: 'Nothing is lost without a signal',
      text: 'What you write is kept on this phone and marked as waiting. It goes out by itself once there is a signal.',
    },
    answered: {
      title: 'Every report is answered',
      text: 'Received, returned, used, instructed on, closed: all of it under My reports.',
    },
  },
  leader: {
    alert: {
      title: 'What is urgent comes to you first',
      text: 'Today opens with urgent reports. Acknowledge each, or you will be reminded.',
    },
    instruct: {
      title: 'Instruct in two taps',
      text: 'Press Instruct where you read, pick a phrase or write. It can be withdrawn until the unit has read it.',
    },
    digest: {
      title: 'The digest is with you',
      text: 'The newest issue is kept on this phone, to read and to instruct on without a signal.',
    },
  },
} satisfies SameKeys<typeof zh>;
