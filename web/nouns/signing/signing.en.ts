import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './signing.zh.ts';

export default {
  title: 'To sign',
  none: 'Nothing waits for your signature',
  since: 'Waiting: ',
  all: 'See all',
  kind: {
    DIGEST: 'The Digest',
    RESULT: 'Result report',
    CASE_RESULT: 'Case report',
    CASE_CLOSING: 'Closing of a case',
    ORDER: 'Order',
    CENSURE: 'Censure',
  },
} satisfies SameKeys<typeof zh>;
