import { expect, test } from '@jest/globals';
import { type Asked, readAsked, swapped, tableOf, writeAsked } from './asked.ts';
import { behindAddress, readBehind, tableAddress } from './behind.ts';
import { narrowedTo } from './narrowed.ts';
import { QUESTIONS } from './questions.ts';
import { daysOfSpan } from './spans.ts';

const NOW = new Date('2026-03-05T02:00:00Z');
const asked = (more: Partial<Asked> = {}): Asked => ({
  ...{ measures: ['reports'], rows: ['TOWNSHIP'], columns: ['MONTH'], filter: {}, showing: 'value' },
  ...more,
});
const again = (one: Asked) => readAsked(new URLSearchParams(writeAsked(one).toString()));

test.each(QUESTIONS.map(({ name, asked: ready }) => [name, ready] as const))(
  'the question %s reads from its address as it was written',
  (_name, ready) => expect(again(ready)).toEqual(ready),
);

test('all of a question stands in the address, and what nobody knows is left out', () => {
  const whole = asked({
    ...{ measures: ['digestUse', 'reports'], compare: 'LAST_YEAR', showing: 'row', chart: 'heat' },
    filter: { under: '990101101000000', topics: ['WATER', 'ROAD'], urgency: 'HIGH', submittedFrom: '2026-01-01' },
    ...{ units: ['', '990101101000000'], portfolios: ['a'], grades: ['MAJOR'] },
    sort: { column: ['2026-02'], measure: 'reports', by: 'change', isAscending: true },
  });
  expect(again(whole)).toEqual(whole);
  const strange = 'measures=reports&rows=MOON,TOPIC&compare=NEVER&span=soon&show=loud&sort=x&chart=pie&grade=HUGE';
  expect(readAsked(new URLSearchParams(strange))).toEqual(asked({ rows: ['TOPIC'], columns: [] }));
});

test('days told from today are those of the day on which it is asked, and take the place of others', () => {
  const table = tableOf(asked({ span: 'thisTenDays', filter: { urgency: 'HIGH' } }), NOW);
  expect(table.filter).toEqual({ from: '2026-03-01', to: '2026-03-10', urgencies: ['HIGH'] });
  expect(daysOfSpan('latestTen', NOW)).toEqual({ from: '2026-02-24', to: '2026-03-05' });
  expect(daysOfSpan('latestYear', NOW)).toEqual({ from: '2025-04-01', to: '2026-03-05' });
});

test('rows and columns change places; the second dimension of the rows stays, and what was sorted by is gone', () => {
  const sort = { column: [], measure: 'reports', by: 'value', isAscending: false } as const;
  expect(swapped(asked({ rows: ['TOWNSHIP', 'TOPIC'], sort }))).toEqual(
    asked({ rows: ['MONTH', 'TOPIC'], columns: ['TOWNSHIP'] }),
  );
  expect(swapped(asked({ columns: [] }))).toEqual(asked({ rows: [], columns: ['TOWNSHIP'] }));
});

test('a heading narrows to what it names: a family with its topics, a month within the days that are asked about', () => {
  const tree = [{ top: topic('LIFE'), below: [topic('WATER'), topic('ROAD')] }];
  const narrowed = (one: Asked, dimension: Asked['rows'][number], code: string) =>
    narrowedTo(one, [dimension], [code], { now: NOW, tree });
  expect(narrowed(asked(), 'TOPIC_FAMILY', 'LIFE')?.filter).toEqual({ topics: ['LIFE', 'WATER', 'ROAD'] });
  const { span, filter } = narrowed(asked({ span: 'latestTen' }), 'MONTH', '2026-02') as Asked;
  expect([span, filter]).toEqual([undefined, { submittedFrom: '2026-02-24', submittedTo: '2026-02-28' }]);
  expect(narrowed(asked(), 'UNIT', '')).toEqual(asked({ units: [''] }));
  expect(narrowed(asked(), 'SOURCE', '')).toBeUndefined();
  expect(narrowed(asked(), 'WEEKDAY', '3')).toBeUndefined();
  expect(narrowedTo(asked(), ['TOWNSHIP'], [], { now: NOW, tree })).toBeUndefined();
});
const topic = (code: string) => ({ code, parentCode: null, isActive: true, position: 0 });

test('a cell is in the address of its list, beside the question to which the way back leads', () => {
  const search = `?${writeAsked(asked())}`;
  const cell = { measure: 'reports', row: ['990101101000000', ''], column: [], part: 'DENOMINATOR' } as const;
  const address = behindAddress(search, cell);
  const listed = address.slice(address.indexOf('?'));
  expect(readBehind(new URLSearchParams(listed))).toEqual(cell);
  expect(readAsked(new URLSearchParams(listed))).toEqual(asked());
  expect(tableAddress(listed)).toBe(`/analyst${search}`);
});
