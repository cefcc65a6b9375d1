import type { Facts } from './frames.ts';
import type { Matter } from './matters/matter.ts';
import type { Post } from './people.ts';
import type { Village } from './places.ts';
import type { Telling } from './telling.ts';

export type Line = 'LINE' | 'DIRECT' | 'SEALED';

/** A report before it has a time: who tells what of where. The same whenever the demo county is made. */
export interface Draft {
  matter: Matter;
  telling: Telling;
  facts: Facts;
  post: Post;
  placeCode: number;
  village: Village | null;
  outsideAreaReason: string | null;
  line: Line;
  channel: 'OFFICER' | 'HOTLINE' | 'MAILBOX';
  source: string;
  isUrgent: boolean;
  households: number | null;
  people: number | null;
  /** The draft that told the same matter first. */
  twin: Draft | null;
  pin: Pin | null;
}

/** For the demo accounts: how long ago it came in, and what has become of it where that must not be left to chance. */
export interface Pin {
  minutesAgo: number;
  outcome?: 'SUBMITTED' | 'RETURNED' | 'RESUBMITTED' | 'WITHDRAWN' | 'TRIAGED' | 'URGENT';
  /** An item of the digest rests on it; `STAYS` until it is answered, which it is not yet. */
  digested?: 'ANSWERED' | 'STAYS';
}

/** What a draft has to be; the rest is left to chance. */
export interface Wish {
  isProblem: boolean;
  line?: Line;
  isUrgent?: boolean;
  title?: string;
  post?: Post;
  village?: Village;
  pin?: Pin;
}
