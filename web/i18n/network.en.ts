import type { SameKeys } from './same-keys.ts';
import type zh from './network.zh.ts';

export default {
  title: "Network",
} satisfies SameKeys<typeof zh>;
