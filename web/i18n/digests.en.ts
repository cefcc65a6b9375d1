import type { SameKeys } from './same-keys.ts';
import type zh from './digests.zh.ts';

export default {
  title: "Ten-day Digest",
} satisfies SameKeys<typeof zh>;
