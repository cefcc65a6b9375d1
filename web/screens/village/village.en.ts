import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './village.zh.ts';

export default {
  title: 'My village',
  of: 'Reports from {{village}}',
  back: '‹ Back to the list',
  empty: 'Nothing has been reported from this village yet',
} satisfies SameKeys<typeof zh>;
