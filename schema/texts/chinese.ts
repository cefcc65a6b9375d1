const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];

/** 1 → 一, 12 → 十二, 105 → 一百零五; up to 9999. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`no section can have the number ${n}`);
  const figures = [...String(n)].map(Number);
  const spoken = figures.map((figure, i) =>
    figure === 0 ? '零' : `${DIGITS[figure]}${PLACES[figures.length - 1 - i]}`,
  );
  return spoken.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

/** 2026-03-10 → 2026年3月10日 (GB/T 9704: Arabic figures, no leading zeros). */
export function chineseDate(isoDate: string): string {
  const [year, month, day] = parts(isoDate);
  return `${year}年${month}月${day}日`;
}

/** 2026年3月1日至10日; the year and the month are not said twice. */
export function chinesePeriod(from: string, to: string): string {
  const [year, month] = parts(from);
  const [lastYear, lastMonth, lastDay] = parts(to);
  if (year !== lastYear) return `${chineseDate(from)}至${chineseDate(to)}`;
  return `${chineseDate(from)}至${month === lastMonth ? '' : `${lastMonth}月`}${lastDay}日`;
}

function parts(isoDate: string): [number, number, number] {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (!found) throw new RangeError(`“${isoDate}” is no date of the form 2026-03-10`);
  return [Number(found[1]), Number(found[2]), Number(found[3])];
}
