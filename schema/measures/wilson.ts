/** Of so few a rate alone says little: it comes with the bounds between which it may lie. */
export const SMALL_NUMBER = 30;
const Z = 1.959963984540054;

/** Wilson's interval at 95 % of `hits` out of `of`, in percent; 0 and all are no certainty (E. B. Wilson, 1927). */
export function wilson(hits: number, of: number): { low: number; high: number } {
  const [share, z2] = [hits / of, (Z * Z) / of];
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of));
  return { low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half) };
}
