import { dateFromSerial, format, getFormatInfo } from 'numfmt';

/** The formats that a file need not spell out and that show a day (ECMA-376 18.8.30, with those of East Asia). */
const DAYS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Excel takes no longer format. */
const LONGEST = 255;

/** What the person sees of a number, when that is a key or a day; else its value: 3.7E+11 and 1,000 are how wide the column is. */
export function shownNumber(value: number, numberFormat: string | number | undefined, isFrom1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  const serial = isFrom1904 ? value + 1462 : value;
  if (typeof numberFormat !== 'string')
    return DAYS.some(([from, to]) => numberFormat !== undefined && numberFormat >= from && numberFormat <= to)
      ? dayOf(serial)
      : plainNumber(value);
  if (numberFormat.length > LONGEST) return plainNumber(value);
  try {
    const { isDate, type, maxDecimals, isPercent } = getFormatInfo(numberFormat);
    if (isDate) return dayOf(serial);
    return type === 'number' && maxDecimals === 0 && !isPercent
      ? format(numberFormat, value).trim()
      : plainNumber(value);
  } catch {
    return plainNumber(value);
  }
}

/** Never in scientific notation: 371723000000000 has fifteen digits. */
const plainNumber = (value: number) =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);

function dayOf(serial: number): string {
  if (serial < 1 || serial > 2_958_465) return plainNumber(serial); // 9999-12-31
  const [year, month, day] = dateFromSerial(serial);
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}
