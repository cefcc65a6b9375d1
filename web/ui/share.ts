/** Share of the total in per cent with one digit, as printed beside a bar; nothing of nothing is nothing. */
export function share(count: number, total: number): string {
  return total === 0 ? '0.0' : ((count / total) * 100).toFixed(1);
}

/** Width of a bar in per cent of the longest; what is there at all stays visible. */
export function barWidth(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, (count / most) * 100);
}
