import { addDays, dayOf, monthOf, tenDays } from '@lxq/schema/calendar.ts';
import {
  TABLE_COMPARISONS,
  TABLE_DIMENSIONS,
  type TableDimension,
  TIME_DIMENSIONS,
} from '@lxq/schema/measures/table-words.ts';
import { dimensionsOf } from '../platform/measuring/fitting.ts';
import { allMeasures, type Measure, mayMeasure, subjectOf } from '../platform/measuring/measure.ts';
import type { Question, TableFilter } from '../platform/measuring/question.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Lots } from '../reports/counts/tally.testing.ts';
import { idOf, UNITS } from '../testing/fixture.ts';

function anyDays({ draw, pick, maybe }: Lots): Pick<TableFilter, 'from' | 'to'> {
  const from = addDays(dayOf(new Date()), -Math.floor(draw() * 420));
  const whole = pick([(day: string) => ({ from: day, to: addDays(day, Math.floor(draw() * 90)) }), monthOf, tenDays]);
  const days = { from: whole(from).from, to: whole(pick([from, addDays(from, 70)])).to };
  return maybe(0.8, () => days) ?? maybe(0.5, () => ({ from })) ?? {};
}

const WISHES: Record<string, (lots: Lots) => TableFilter> = {
  TOWNSHIP: ({ pick }) => ({ under: String(pick([UNITS.east, UNITS.willow, UNITS.elm, UNITS.county])) }),
  TOPIC: ({ pick }) => pick<TableFilter>([{ topics: ['WATER', 'ROAD'] }, { topics: ['WELL'] }, { problemsOnly: true }]),
  SOURCE: () => ({ sources: ['VISIT'] }),
  LINE: ({ pick }) => ({ lines: pick([['LINE'], ['DIRECT', 'SEALED']]) }),
  URGENCY: () => ({ urgencies: ['HIGH'] }),
  STATE: ({ pick }) => ({
    states: pick([
      ['SUBMITTED', 'CLOSED', 'MET'],
      ['TRIAGED', 'COMPLETED', 'ISSUED'],
    ]),
  }),
  PORTFOLIO: () => ({ portfolios: [idOf('portfolio/water')] }),
  UNIT: ({ pick }) => ({ units: [String(pick([UNITS.east, UNITS.willow])), String(UNITS.water)] }),
  GRADE: () => ({ grades: ['MAJOR'] }),
};

const ORDINARY = [
  'reports',
  'problems',
  'readRate',
  'closingRate',
  'digestUse',
  'daysToAnswerMedian',
  'daysToAnswerP90',
];
const ONE_MORE: readonly TableDimension[] = [
  'TOPIC',
  'TOPIC_FAMILY',
  'PORTFOLIO',
  'SOURCE',
  'STATE',
  'URGENCY',
  'VILLAGE',
  'UNIT',
];
/** What tallies may know: of one more thing beside township, line and time. */
function anyOrdinary(drawn: Lots): { measures: string[]; dimensions: TableDimension[] } {
  const { pick, draw } = drawn;
  const more = pick([...ONE_MORE, 'LINE' as const]);
  const from: TableDimension[] = ['TOWNSHIP', 'LINE', ...TIME_DIMENSIONS, more, more];
  return {
    measures: some(drawn, 1 + draw() * 2, ORDINARY),
    dimensions: some(drawn, draw() * 4, from),
  };
}
const some = <T>({ pick }: Lots, count: number, from: readonly T[]): T[] => [
  ...new Set(Array.from({ length: Math.floor(count) }, () => pick(from))),
];
function anyAtAll(drawn: Lots, scope: Scope): { measures: string[]; dimensions: TableDimension[] } {
  const may = allMeasures().filter((measure) => mayMeasure(scope, measure));
  const measures = some(drawn, 1 + drawn.draw() * 3, may);
  return { measures: measures.map(({ name }) => name), dimensions: some(drawn, drawn.draw() * 4, commonTo(measures)) };
}
const commonTo = (measures: readonly Measure[]): TableDimension[] =>
  TABLE_DIMENSIONS.filter((each) => measures.every((one) => dimensionsOf(one).includes(each)));

/** A question that fits together, of measures that the viewer may ask for. */
export function anyQuestion(drawn: Lots, scope: Scope): Question {
  const { pick, draw, maybe } = drawn;
  const { measures, dimensions } = draw() < 0.4 ? anyOrdinary(drawn) : anyAtAll(drawn, scope);
  const asked = allMeasures().filter(({ name }) => measures.includes(name));
  const common = commonTo(asked);
  const hasProblems = asked.every((measure) => subjectOf(measure).problem);
  const wishes = Object.entries(WISHES).flatMap(([dimension, wish]) => {
    const more = common.includes(dimension as TableDimension) && draw() < 0.1 ? wish(drawn) : null;
    return more && (hasProblems || !more.problemsOnly) ? [more] : [];
  });
  const filter: TableFilter = Object.assign(anyDays(drawn), ...wishes);
  const isPivot = dimensions.length > 2 || draw() < 0.4;
  return {
    ...{ measures, filter },
    ...{ rows: isPivot ? dimensions.slice(1) : dimensions, columns: isPivot ? dimensions.slice(0, 1) : [] },
    compare: filter.from && filter.to ? maybe(0.5, () => pick(TABLE_COMPARISONS)) : null,
  };
}
