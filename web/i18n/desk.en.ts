import type { SameKeys } from './same-keys.ts';
import type zh from './desk.zh.ts';

export default {
  title: "Reports desk",
} satisfies SameKeys<typeof zh>;
