import type { SameKeys } from './same-keys.ts';
import type zh from './village.zh.ts';

export default {
  title: 'Village reports',
} satisfies SameKeys<typeof zh>;
