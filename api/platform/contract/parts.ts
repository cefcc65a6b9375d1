import type { EntityClass } from '@mikro-orm/core';
import type { Listing } from '../lists/listing.ts';
import type { Frame } from '../live/frames.ts';
import type { Measuring } from '../measuring/measure.ts';
import type { Prices } from '../operation/prices.ts';
import type { Programs } from '../operation/programs.ts';
import type { Attended } from '../presence/attended.ts';

/** What a noun brings to the platform (its folder's `….parts.ts`); api/nouns.ts holds the nouns in line. */
export interface Parts {
  entities?: readonly EntityClass<object>[];
  resolvers?: readonly (new () => object)[];
  /** What its fields cost before they are asked. */
  prices?: Prices;
  /** Where programs may begin that come with a token; everywhere else they may not. */
  programs?: Programs;
  /** What it brings to live delivery. */
  frame?: Frame;
  /** What of it can be open on a desk. */
  attended?: Attended;
  /** What of it is measured, and how. */
  measuring?: Measuring;
  /** Of its types, whose listed rows answer for themselves in compiled documents. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever rows it lists
  listed?: Readonly<Record<string, Listing<any>>>;
}
