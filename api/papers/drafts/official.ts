import { dayOf, minuteOf } from '@lxq/schema/calendar.ts';
import { chineseDate, chineseNumeral } from '@lxq/schema/texts/chinese.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';

/** Of every official paper: who issues it, under which number, and when. */
export interface Issuance {
  issuer: string;
  no: string;
  at: Date;
}
/** What of a matter its papers say: a title and a number, and how often it was handled. */
export interface Matter {
  title: string;
  no: string;
  round: number;
}

export const date = (instant: Date): string => chineseDate(dayOf(instant));
/** 2026年3月11日 10:20 */
export const moment = (instant: Date): string => `${date(instant)} ${minuteOf(instant).slice(-5)}`;

export const head = ({ issuer, no }: Issuance, title: string, to?: string): Block[] => [
  { role: 'issuerMark', text: issuer },
  { role: 'docNumber', text: no },
  { role: 'headline', text: title },
  ...(to ? [{ role: 'addressee', text: `${to}：` } as const] : []),
];
export const issued = ({ issuer, at }: Issuance): Block => ({ role: 'issuance', text: issuer, end: date(at) });
/** 版记: who gets a copy, and who printed it when. */
export const foot = ({ issuer, at }: Issuance, copiesTo: readonly string[]): Block[] => [
  ...(copiesTo.length > 0 ? [{ role: 'recipients', text: `抄送：${copiesTo.join('、')}` } as const] : []),
  { role: 'copies', text: issuer, end: `${date(at)}印发` },
];

/** What people typed keeps its paragraphs. */
export const paragraphs = (text: string): Block[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ role: 'paragraph', text: line }));

/** 一、 and what it is about. */
export const clause = (n: number, heading: string, text: string): Block[] => [
  { role: 'clause', text: `${chineseNumeral(n)}、${heading}` },
  ...paragraphs(text),
];
export const clauses = (said: readonly (readonly [heading: string, text: string])[]): Block[] =>
  said.flatMap(([heading, text], i) => clause(i + 1, heading, text));

/** A row of a sheet; where nothing is to be said it says so. */
export const row = (label: string, value: string | null | undefined): Block => ({
  ...{ role: 'field', text: label, end: value?.trim() || '无' },
});

export const nameOf = ({ title, no }: Matter): string => `“${title}”（案号：${no}）`;

/** As many figures of a hash as people compare by eye. */
const SHORT = 16;
/** A hand under a text: whose, as what, when; and the hash of the text that it was put under. */
export const signature = (who: string, as: string, at: Date, hash: string): Block => ({
  ...{ role: 'signature', text: `签字：${who}（${as}）　${moment(at)}` },
  end: `所签文本校验值 ${hash.slice(0, SHORT)}`,
});
