import type zh from './officer.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  title: 'Report',
} satisfies SameKeys<typeof zh>;
