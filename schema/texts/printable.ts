/**
 * Text as it can stand on paper: white space becomes a space; controls, halves of characters and the marks that reorder
 * reading direction (what is signed must read the same everywhere) are dropped.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFF]/gu, '');
}
