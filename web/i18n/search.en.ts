import type { SameKeys } from './same-keys.ts';
import type zh from './search.zh.ts';

export default {
  title: "Search",
} satisfies SameKeys<typeof zh>;
