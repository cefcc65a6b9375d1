import { type Problem, type ProblemKey, problemKey } from '@lxq/schema/problems.ts';
import { badInput, type Language } from './errors.ts';

/** A sentence in both languages; `{max}` stands for that number of the problem it tells. A noun's stand in its `noun.words.ts`. */
export type Words = readonly [zh: string, en: string];

/** As its reader has it. */
export const wordsIn = (language: Language, [zh, en]: Words): string => (language === 'zh' ? zh : en);

/** Refuses a draft for the first of its problems, in the words of its noun. */
export function refuseFirst<P extends Problem<string, string>>(
  problems: readonly P[],
  words: Record<ProblemKey<P>, Words>,
): void {
  const [first] = problems;
  if (!first) return;
  const { field, min, max, length } = first;
  const [zh, en] = filled(words[problemKey(first)], { min, max, length });
  throw badInput(field, zh, en);
}

/** What words name: a number or a text, or several. */
export type Values = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** With each `{name}` replaced by what it stands for. */
export function filled([zh, en]: Words, values: Values): Words {
  const fill = (text: string, comma: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => [values[name]].flat().join(comma));
  return [fill(zh, '、'), fill(en, ', ')];
}

/** Of any text that a deed cannot do without. */
export const REASON: Words = ['请填写 {min} 到 {max} 字的说明', 'Write {min} to {max} characters'];
/** Of a name or title. */
export const LENGTH: Words = ['请填写 {min} 到 {max} 字', 'Write {min} to {max} characters'];
export const RANGE: Words = ['应在 {min} 到 {max} 之间', 'Must be between {min} and {max}'];
