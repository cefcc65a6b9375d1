/** A Chinese identity number or telephone number found in a text; start and end are UTF-16 offsets into it. */
export interface PersonalData {
  kind: 'ID_NUMBER' | 'PHONE';
  start: number;
  end: number;
  text: string;
}

/** Identity numbers (GB 11643), mobile numbers and landlines with area code, however they are spaced or typed. */
export function findPersonalData(text: string): PersonalData[] {
  const plain = halfWidth(text);
  const idNumbers = spans(plain, ID_NUMBER, ({ start, end }) => isIdNumber(plain.slice(start, end)));
  const phones = spans(plain, PHONE, ({ start, end }) => !isMoney(plain, end) && !isCode(plain, start));
  const apart = phones.filter((phone) => !idNumbers.some((id) => phone.start < id.end && id.start < phone.end));
  return [
    ...idNumbers.map((span) => ({ kind: 'ID_NUMBER' as const, ...span, text: text.slice(span.start, span.end) })),
    ...apart.map((span) => ({ kind: 'PHONE' as const, ...span, text: text.slice(span.start, span.end) })),
  ].sort((a, b) => a.start - b.start);
}

/** 138****1234; of an identity number the first three and last four figures; of a landline the area code and last two. */
export function maskPersonalData(text: string): string {
  const found = findPersonalData(text).reverse();
  return found.reduce((masked, each) => masked.slice(0, each.start) + mask(each) + masked.slice(each.end), text);
}

const SEPARATOR = '[ \\u00a0\\u3000\\u200b.·_\\-\\u2010-\\u2015]';
const S = `${SEPARATOR}{0,2}`;
const ID_NUMBER = new RegExp(`(?<!\\d)\\d(?:${S}\\d){16}${S}[\\dXx](?![\\dA-Za-z])`, 'g');

/** A figure before it, even with a dash or point between, means that this is the middle of a longer number. */
const ALONE = '(?<![\\d])(?<!\\d[.,_\\-])';
const ENDED = '(?!\\d)(?![A-Fa-f][\\dA-Fa-f])(?!\\.\\d)(?!-\\d{4})';
const COUNTRY = `(?:(?:\\+|00|\\(\\+?)?86\\)?${S})?`;
const MOBILE = [
  `1[3-9]\\d${S}\\d{4}${S}\\d{4}`,
  `1[3-9]\\d${S}\\d{3}${S}\\d{5}`,
  `1[3-9]\\d{2}${S}\\d{3}${S}\\d{4}`,
  '1[3-9]\\d{3}[ -]?\\d{6}', // a point here would be a decimal
];
const AREA = '(?:0?(?:10|2\\d|[3-9]\\d{2}))';
const AREA_WITH_ZERO = '(?:0(?:10|2\\d|[3-9]\\d{2}))';
const LOCAL = `[2-8]\\d{2,3}${S}\\d{4}`;
const LANDLINE = [
  `\\(${AREA_WITH_ZERO}\\)${S}${LOCAL}`,
  `(?:\\+|00)86${S}\\(?${AREA}\\)?${S}${LOCAL}`,
  `${AREA_WITH_ZERO}${S}${LOCAL}`,
];
const PHONE = new RegExp(`${ALONE}(?:${COUNTRY}(?:${MOBILE.join('|')})|${LANDLINE.join('|')})${ENDED}`, 'g');

const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

function isIdNumber(text: string): boolean {
  const number = text.replace(/[^\dXx]/g, '').toUpperCase();
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return PROVINCES.test(number) && isBirthDate(number.slice(6, 14)) && CHECK_DIGITS[sum % 11] === number[17];
}

function isBirthDate(yyyymmdd: string): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return (year ?? 0) >= 1900 && (year ?? 0) < 2100 && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

function isMoney(plain: string, end: number): boolean {
  return /^\s?(?:[百千万亿]*元|[百千万亿])/u.test(plain.slice(end, end + 6));
}

/** Letters before a number make it a serial number, unless they say telephone. */
function isCode(plain: string, start: number): boolean {
  const before = /[A-Za-z]+[-_]?$|[¥$№]\s?$/.exec(plain.slice(Math.max(0, start - 12), start))?.[0];
  return before !== undefined && !/^(?:tel|phone|mobile|mob|cell|wechat|weixin|wx|vx|qq|v)[-_]?$/i.test(before);
}

interface Span {
  start: number;
  end: number;
}

/** Every accepted match; after a refused one the search goes on inside it. */
function spans(plain: string, pattern: RegExp, accepts: (span: Span) => boolean): Span[] {
  const found: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (accepts(span)) found.push(span);
    else pattern.lastIndex = match.index + 1;
  }
  return found;
}

/** Figures, letters and signs typed full-width, one for one, so that offsets stay. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥');
}

function mask(found: PersonalData): string {
  const figures = halfWidth(found.text)
    .replace(/[^\dXx]/g, '')
    .toUpperCase();
  if (found.kind === 'ID_NUMBER') return `${figures.slice(0, 3)}${'*'.repeat(11)}${figures.slice(-4)}`;
  const home = figures.replace(/^(?:00)?86(?=\d{9})/, '');
  if (/^1[3-9]\d{9}$/.test(home)) return `${home.slice(0, 3)}****${home.slice(-4)}`;
  const area = /^0?(?:10|2\d|[3-9]\d{2})/.exec(home)?.[0] ?? '';
  return `${area}-${'*'.repeat(home.length - area.length - 2)}${home.slice(-2)}`;
}
