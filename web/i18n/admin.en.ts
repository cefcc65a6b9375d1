import type { SameKeys } from './same-keys.ts';
import type zh from './admin.zh.ts';

export default {
  title: "Administration",
} satisfies SameKeys<typeof zh>;
