/** Some time from an instant on. A clock that is set back leaves it: what stood two days ahead must not hold anything for two days. */
export interface Span {
  from: number;
  until: number;
}

export const NO_SPAN: Span = { from: 0, until: 0 };
export const spanOf = (from: number, ms: number): Span => ({ from, until: from + ms });
export const isWithin = (span: Span, now: number): boolean => span.from <= now && now < span.until;
/** Milliseconds that are left of it. */
export const leftOf = (span: Span, now: number): number => (isWithin(span, now) ? span.until - now : 0);
