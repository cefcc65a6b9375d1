import { LIMITS } from '@lxq/schema/limits.ts';
import { DIMENSION_WORDS, isTime, TABLE_DIMENSIONS, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { badInput, type CodedError } from '../contract/errors.ts';
import { filled, type Words } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';
import { type Measure, mayMeasure, measureNamed, subjectOf } from './measure.ts';
import { MEASURING_WORDS as WORDS } from './measuring.words.ts';
import { NARROWED, type NarrowingList, type Question, type TableFilter } from './question.ts';

const { table } = LIMITS;

/** What a measure may be cut by. */
export const dimensionsOf = (measure: Measure): TableDimension[] =>
  TABLE_DIMENSIONS.filter((dimension) => isTime(dimension) || dimension in subjectOf(measure).dimensions);

/** The measures of a question that the viewer may ask; refuses what does not fit together, and names field and remedy. */
export function fitting(scope: Scope, question: Question): Measure[] {
  const measures = measuresOf(scope, question.measures);
  checkShape(question);
  checkDays(question);
  for (const measure of measures) {
    for (const field of ['rows', 'columns'] as const)
      for (const dimension of question[field])
        if (!dimensionsOf(measure).includes(dimension)) throw unfit(field, WORDS.unfit, measure, dimension);
    checkFilter(measure, question.filter ?? {});
  }
  return measures;
}

function measuresOf(scope: Scope, names: readonly string[]): Measure[] {
  if (!names.length) throw badInput('measures', ...WORDS.noMeasure);
  if (names.length > table.measures)
    throw badInput('measures', ...filled(WORDS.mostMeasures, { most: table.measures }));
  return names.map((name) => {
    const measure = measureNamed(name);
    if (!measure) throw badInput('measures', ...filled(WORDS.unknown, { name }));
    if (!mayMeasure(scope, measure)) throw told('measures', WORDS.notYours, measure, subjectOf(measure).names);
    return measure;
  });
}

function checkShape({ rows, columns }: Question): void {
  if (rows.length > table.rows) throw badInput('rows', ...filled(WORDS.dimensions, table));
  if (columns.length > table.columns) throw badInput('columns', ...filled(WORDS.dimensions, table));
  const twice = columns.find((dimension) => rows.includes(dimension));
  if (!twice) return;
  const [zh, en] = DIMENSION_WORDS[twice];
  throw badInput('columns', filled(WORDS.twice, { dimension: zh })[0], filled(WORDS.twice, { dimension: en })[1]);
}

function checkDays({ filter, compare }: Question): void {
  const { from, to } = filter ?? {};
  if (from && to && from > to) throw badInput('filter.from', ...WORDS.days);
  if (compare && !(from && to)) throw badInput(from ? 'filter.to' : 'filter.from', ...WORDS.compareDays);
}

function checkFilter(measure: Measure, filter: TableFilter): void {
  const { dimensions, problem } = subjectOf(measure);
  for (const [list, dimension] of Object.entries(NARROWED))
    if (filter[list as NarrowingList]?.length && !(dimension in dimensions))
      throw unfit(`filter.${list}`, WORDS.unfitFilter, measure, dimension);
  if (filter.under && !('TOWNSHIP' in dimensions && 'VILLAGE' in dimensions))
    throw unfit('filter.under', WORDS.unfitFilter, measure, 'TOWNSHIP');
  if (filter.problemsOnly && !problem) throw told('filter.problemsOnly', WORDS.unfitProblems, measure, measure.label);
}

const unfit = (field: string, words: Words, measure: Measure, dimension: TableDimension): CodedError =>
  told(field, words, measure, DIMENSION_WORDS[dimension]);
/** `other` is what the sentence names beside the measure. */
function told(field: string, words: Words, { label }: Measure, other: Words): CodedError {
  const [zh, en] = [0, 1].map((i) => {
    const named = other[i] as string;
    return filled(words, { label: label[i] as string, dimension: named, subject: named })[i] as string;
  }) as [string, string];
  return badInput(field, zh, en);
}
