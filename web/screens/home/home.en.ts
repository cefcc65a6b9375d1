import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './home.zh.ts';

export default {
  title: 'Overview',
  trays: 'On my desk',
  issue: {
    newest: 'Newest issue',
    none: 'No issue has been sent out yet',
    items: '{{count, number}} items',
    issuedOn: 'issued on {{day}}',
    more: 'and {{count, number}} more',
  },
  doors: 'Where to work',
  door: {
    officer: 'Report what villagers say, on the phone',
    desk: 'Triage, return, merge and answer reports',
    matters: 'Instructions, cases, revisits, orders, censures, themes, figures',
    digests: 'Edit, sign and issue the digest',
    analyst: 'Counts by township, topic, source and state',
    search: 'Find reports by their words',
    network: 'Coverage of units, portfolios, topics and sources',
    admin: 'Keep topics and sources, bring in rosters',
  },
} satisfies SameKeys<typeof zh>;
