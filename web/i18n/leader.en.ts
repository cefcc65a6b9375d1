import type { SameKeys } from './same-keys.ts';
import type zh from './leader.zh.ts';

export default {
  title: "Leader's desk",
} satisfies SameKeys<typeof zh>;
