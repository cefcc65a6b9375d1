import { addDays, dayOf, monthOf, tenDays } from '@lxq/schema/calendar.ts';
import { TABLE_COMPARISONS, type TableDimension } from '@lxq/schema/measures/table-words.ts';
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

/** A question that fits together, of measures that the viewer may ask for. */
export function anyQuestion(drawn: Lots, scope: Scope): Question {
  const { pick, draw, maybe } = drawn;
  const may = allMeasures().filter((measure) => mayMeasure(scope, measure));
  const measures = [...new Set(Array.from({ length: 1 + Math.floor(draw() * 3) }, () => pick(may)))];
  const common = dimensionsOf(measures[0] as Measure).filter((each) =>
    measures.every((one) => dimensionsOf(one).includes(each)),
  );
  const dimensions = [...new Set(Array.from({ length: Math.floor(draw() * 4) }, () => pick(common)))];
  const hasProblems = measures.every((measure) => subjectOf(measure).problem);
  const wishes = Object.entries(WISHES).flatMap(([dimension, wish]) => {
    const more = common.includes(dimension as TableDimension) && draw() < 0.15 ? wish(drawn) : null;
    return more && (hasProblems || !more.problemsOnly) ? [more] : [];
  });
  const filter: TableFilter = Object.assign(anyDays(drawn), ...wishes);
  const isPivot = dimensions.length > 2 || draw() < 0.4;
  return {
    ...{ measures: measures.map(({ name }) => name), filter },
    ...{ rows: isPivot ? dimensions.slice(1) : dimensions, columns: isPivot ? dimensions.slice(0, 1) : [] },
    compare: filter.from && filter.to ? maybe(0.5, () => pick(TABLE_COMPARISONS)) : null,
  };
}
