import { minuteOf } from '@lxq/schema/calendar.ts';
import { wordsIn } from '../contract/words.ts';
import type { Sheet } from './sheet.ts';
import { SHEET_WORDS } from './sheet.words.ts';

/** What stands in a file beside its rows: label and text. */
export function aboutOf({ title, question, scope, asOf, hash, language }: Sheet): [label: string, text: string][] {
  const said = (word: keyof typeof SHEET_WORDS) => wordsIn(language, SHEET_WORDS[word]);
  return [
    [said('title'), title],
    [said('question'), question],
    [said('scope'), scope],
    [said('asOf'), minuteOf(asOf)],
    [said('hash'), hash],
  ];
}

/** A heading and a row for each definition; nothing when there is none. */
export function definitionsOf({ definitions, language }: Sheet): string[][] {
  if (definitions.length === 0) return [];
  const headings = (['name', 'formula', 'denominator', 'source'] as const).map((word) =>
    wordsIn(language, SHEET_WORDS[word]),
  );
  return [
    headings,
    ...definitions.map(({ name, formula, denominator, source }) => [name, formula, denominator ?? '', source]),
  ];
}

/** `各乡镇同比_全县_2026-11-30_3f2a9c1b.xlsx`: question, scope and day, and the hash's first eight signs, which is where a CSV says it. */
export function sheetName({ question, scope, asOf, hash }: Omit<Sheet, 'rows'>): string {
  const plain = (text: string, most: number) => [...text.replace(/[\\/:*?"<>|\s\p{C}]/gu, '')].slice(0, most).join('');
  return [plain(question, 40), plain(scope, 30), minuteOf(asOf).slice(0, 10), plain(hash, 8)].filter(Boolean).join('_');
}
