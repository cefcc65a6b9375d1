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
  forLeaders: {
    title: 'Acknowledging for leaders',
    whose: 'You acknowledge urgent reports for {{names}}',
    none: 'No urgent report waits',
    for: 'For {{name}}',
    deed: 'Acknowledge for them',
    deedOf: 'Acknowledge for them: {{name}}, {{no}}',
    done: 'Acknowledged for {{name}}: {{no}}',
    first: '{{name}} was first to acknowledge {{no}}',
    more: '{{count, number}} more follow as these are acknowledged',
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
