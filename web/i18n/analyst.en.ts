import type { SameKeys } from './same-keys.ts';
import type zh from './analyst.zh.ts';

export default {
  title: "Analysis",
} satisfies SameKeys<typeof zh>;
