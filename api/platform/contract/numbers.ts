import { dayOf } from '@lxq/schema/calendar.ts';

/** A number for people, such as 案2026-0012: the noun's character, the year in which the thing came about, and its serial. */
export const numberedAs =
  (character: string) =>
  (at: Date, serial: number): string =>
    `${character}${dayOf(at).slice(0, 4)}-${String(serial).padStart(4, '0')}`;
