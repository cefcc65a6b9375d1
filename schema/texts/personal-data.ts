import { type FoldedFigures, foldFigures } from './folded-figures.ts';
import { findNames } from './personal-names.ts';

/** A number or a name that tells who somebody is; start and end are UTF-16 offsets into the text. */
export interface PersonalData {
  kind: 'ID_NUMBER' | 'PHONE' | 'BANK_CARD' | 'NAME';
  start: number;
  end: number;
  text: string;
}

/**
 * Identity numbers of 18 and 15 figures (GB 11643), mobile numbers and landlines with area code, bank cards: however they are
 * spaced, parted over lines or typed (full width, ①, 一三八).
 */
export function findPersonalData(text: string): PersonalData[] {
  if (!hasNumber(text)) return [];
  const folded = foldFigures(text);
  const { plain } = folded;
  const taken: Found[] = [];
  const take = (kind: PersonalData['kind'], pattern: RegExp, accepts: (span: Span) => boolean) => {
    for (const span of spans(plain, pattern, accepts))
      if (!taken.some((other) => span.start < other.end && other.start < span.end)) taken.push({ kind, ...span });
  };
  take('ID_NUMBER', ID_NUMBER, ({ start, end }) => isIdNumber(plain.slice(start, end)));
  take('BANK_CARD', BANK_CARD, ({ start, end }) => isBankCard(plain.slice(start, end)) && !isCode(plain, start));
  take('PHONE', PHONE, ({ start, end }) => !isMoney(plain, end) && !isCode(plain, start));
  take('ID_NUMBER', OLD_ID_NUMBER, ({ start, end }) => isOldIdNumber(plain.slice(start, end)) && !isCode(plain, start));
  return taken.map((found) => unfolded(found, folded, text)).sort((a, b) => a.start - b.start);
}

/** Numbers, and what looks like a villager's name: the first are refused in reports, the others pointed at. */
export const scanForPersons = (text: string): PersonalData[] => {
  const numbers = findPersonalData(text);
  const names = findNames(text).filter(({ start, end }) => !numbers.some((n) => start < n.end && n.start < end));
  return [...numbers, ...names.map((name) => ({ kind: 'NAME' as const, ...name }))].sort((a, b) => a.start - b.start);
};

/** 138****1234; of an identity number the first three and last four figures; of a landline the area code and last two; 张某某. */
export function maskPersonalData(text: string): string {
  const found = scanForPersons(text).reverse();
  return found.reduce((masked, each) => masked.slice(0, each.start) + mask(each) + masked.slice(each.end), text);
}

/** The shortest of these numbers, a landline with its area, has ten figures: most texts have fewer, and are not looked at further. */
const LEAST_FIGURES = 10;
const FIGURE = /[\d〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两]|(?![\u4e00-\u9fff])\p{N}/gu;
const hasNumber = (text: string) => (text.match(FIGURE)?.length ?? 0) >= LEAST_FIGURES;

/** Between the figures of one number: a point, dash or stroke or two, spaces and line breaks around them; read in one way only, or trying takes for ever. */
const S = '(?:\\s{0,4}[.·_\\-\\u2010-\\u2015/~、,]{1,2})?\\s{0,4}';
const ID_NUMBER = new RegExp(`(?<!\\d)\\d(?:${S}\\d){16}${S}[\\dXx](?![\\dA-Za-z])`, 'g');
const OLD_ID_NUMBER = /(?<![\d.,_-])\d{6}[\s.·_-]{0,2}\d{2}[01]\d[0-3]\d[\s.·_-]{0,2}\d{3}(?![\dA-Za-z])(?!\.\d)/g;
/** UnionPay, Visa, Mastercard, JCB and the old cards of ICBC: sixteen to nineteen figures. */
const BANK_CARD =
  /(?<![\d.,_-])(?:62|4\d|5[1-5]|35|9558)(?:(?:\s{0,4}[·-]{1,2})?\s{0,4}\d){13,17}(?![\dA-Za-z])(?!\.\d)/g;

/** A figure before it, even with a dash or point between, means that this is the middle of a longer number. */
const ALONE = '(?<![\\d])(?<!\\d[.,_\\-])';
const ENDED = '(?!\\d)(?![A-Fa-f][\\dA-Fa-f])(?!\\.\\d)';
const COUNTRY = `(?:(?:\\+|00|\\(\\+?)?86\\)?${S})?`;
const MOBILE = [
  `1[3-9]\\d${S}\\d{4}${S}\\d{4}`,
  `1[3-9]\\d${S}\\d{3}${S}\\d{5}`,
  `1[3-9]\\d{2}${S}\\d{3}${S}\\d{4}`,
  '1[3-9]\\d{3}[\\s-]?\\d{6}', // a point here would be a decimal
  `1[\\s-]?[3-9](?:[\\s-]?\\d){9}`, // figure by figure
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

/** Given until 1999, to people born since 1920: no check digit, but a day of birth, which a code of a place has not. */
function isOldIdNumber(text: string): boolean {
  const number = text.replace(/\D/g, '');
  const year = Number(number.slice(6, 8));
  return PROVINCES.test(number) && year >= 20 && isBirthDate(`19${number.slice(6, 12)}`);
}

/** Luhn's sum (ISO/IEC 7812). */
function isBankCard(text: string): boolean {
  const figures = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = figures.reduce(
    (total, figure, i) => total + (i % 2 === 0 ? figure : figure * 2 - (figure > 4 ? 9 : 0)),
    0,
  );
  return figures.length >= 16 && sum % 10 === 0 && new Set(figures).size > 1;
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
type Found = Span & { kind: PersonalData['kind'] };

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

function unfolded({ kind, start, end }: Found, { starts, ends }: FoldedFigures, text: string): PersonalData {
  const [from, to] = [starts[start] ?? 0, ends[end - 1] ?? text.length];
  return { kind, start: from, end: to, text: text.slice(from, to) };
}

function mask({ kind, text }: PersonalData): string {
  if (kind === 'NAME') return `${[...text][0]}某某`;
  const figures = foldFigures(text)
    .plain.replace(/[^\dXx]/g, '')
    .toUpperCase();
  if (kind === 'ID_NUMBER') return `${figures.slice(0, 3)}${'*'.repeat(figures.length - 7)}${figures.slice(-4)}`;
  if (kind === 'BANK_CARD') return `${figures.slice(0, 4)}${'*'.repeat(figures.length - 8)}${figures.slice(-4)}`;
  const home = figures.replace(/^(?:00)?86(?=\d{9})/, '');
  if (/^1[3-9]\d{9}$/.test(home)) return `${home.slice(0, 3)}****${home.slice(-4)}`;
  const area = /^0?(?:10|2\d|[3-9]\d{2})/.exec(home)?.[0] ?? '';
  return `${area}-${'*'.repeat(home.length - area.length - 2)}${home.slice(-2)}`;
}
