import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './preferences.zh.ts';

export default {
  arrange: 'Columns',
  keep: 'Save',
  columns: 'Columns shown, in this order',
  up: 'Move “{{name}}” up',
  down: 'Move “{{name}}” down',
  density: { label: 'Density', ROOMY: 'Roomy', CLOSE: 'Close' },
  sort: { label: 'Order', NEWEST: 'Newest first', DUE_FIRST: 'Due first' },
  reset: 'As it was',
} satisfies SameKeys<typeof zh>;
