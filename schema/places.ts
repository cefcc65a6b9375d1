/** Arithmetic of 15-digit codes: county 6 + township 3 + village 3 + group 3 (rules 3.4). */
const STEPS = [1_000_000_000, 1_000_000, 1_000] as const;

export const countyOf = (code: number): number => Math.floor(code / 1_000_000_000);
/** The unit of a county itself. */
export const officeOf = (county: number): number => county * 1_000_000_000;
export const townshipOf = (code: number): number => code - (code % 1_000_000);
export const villageOf = (code: number): number => code - (code % 1_000);

/** A department or a key enterprise: a unit of its own, whose code stands where a township's stands. */
export const isSeated = (code: number): boolean => Math.floor(code / 1_000_000) % 1_000 >= 600;

/** Whether `code` is `area` or lies in it: a county holds its townships, a township its villages, a village its groups. */
export function isWithin(code: number, area: number): boolean {
  const step = STEPS.find((size) => area % size === 0) ?? 1;
  return code - (code % step) === area;
}
