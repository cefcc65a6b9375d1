import { readsAsFormula } from '../formula.ts';
import { type ColumnKind, figureOf, type SheetCell } from '../sheet.ts';
import { STYLE } from './xlsx.style.ts';

/** UTF-16 units that a cell holds. */
export const CELL_CHARACTERS = 32_767;

/** What is said instead of the end of a text that no cell holds. */
export type Cutting = (length: number) => string;

/** One cell as XML. Nothing that is text is ever a formula: it is an inline string, and marked as text for whoever edits it. */
export function cellXml(at: string, value: SheetCell, kind: ColumnKind, cutting: Cutting): string {
  if (value === null) return '';
  if (kind === 'NUMBER' || kind === 'PERCENT') return figureXml(at, value, kind);
  if (kind === 'INSTANT' && value instanceof Date) return dateXml(at, +value + SHANGHAI_MS, 'INSTANT');
  if (kind === 'DAY' && typeof value === 'string' && DAY.test(value)) {
    const ms = Date.parse(`${value}T00:00:00Z`);
    if (ms >= FIRST_MS) return dateXml(at, ms, 'DAY');
  }
  return textXml(at, String(value), readsAsFormula(String(value)) ? STYLE.quoted : STYLE.text, cutting);
}

export function textXml(at: string, text: string, style: number, cutting: Cutting): string {
  const held = text.length <= CELL_CHARACTERS ? text : cutTo(CELL_CHARACTERS, text, cutting([...text].length));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(held)}</t></is></c>`;
}

function figureXml(at: string, value: SheetCell, kind: 'NUMBER' | 'PERCENT'): string {
  const figure = figureOf(value);
  return `<c r="${at}" s="${STYLE[kind]}"><v>${kind === 'PERCENT' ? ofOne(figure) : figure}</v></c>`;
}
/** 87.3 of a hundred is 0.873 and not 0.8729999999999999. */
const ofOne = (percent: number) => Number((percent / 100).toPrecision(15));

const DAY = /^\d{4}-\d\d-\d\d$/;
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** Spreadsheets count days from 1900 and take that for a leap year: before March 1900 a day is text. */
const FIRST_MS = Date.UTC(1900, 2, 1);
const EPOCH_MS = Date.UTC(1899, 11, 30);
const dateXml = (at: string, ms: number, kind: 'DAY' | 'INSTANT') =>
  `<c r="${at}" s="${STYLE[kind]}"><v>${Number(((ms - EPOCH_MS) / DAY_MS).toFixed(9))}</v></c>`;

function cutTo(most: number, text: string, mark: string): string {
  const held = text.slice(0, most - mark.length);
  return (/[\uD800-\uDBFF]$/.test(held) ? held.slice(0, -1) : held) + mark;
}

/** What XML gives a meaning to, what it cannot hold (of controls all but tab and line feed, for its readers change a CR), half a character, and what would read as the writing of a control. */
const SPECIAL = /[&<>\ufffe\uffff]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)|\p{Cs}/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _: '_x005F_' };
/** Controls are written as spreadsheets write them (`_x0007_`, ST_Xstring of ECMA-376) and so come back; half a character comes back as �. */
export const escaped = (text: string): string =>
  text.replace(SPECIAL, (sign) => ENTITIES[sign] ?? (sign < '\u00a0' ? `_x${hex(sign)}_` : '\ufffd'));
const hex = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
/** In an attribute. */
export const attribute = (text: string): string => escaped(text).replaceAll('"', '&quot;');
