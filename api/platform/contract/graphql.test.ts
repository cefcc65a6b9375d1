import { expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { type GraphQLScalarType, Kind } from 'graphql';
import { pivotOf } from '../../reports/counts/report-pivot.read.ts';
import type { Scope } from '../scope/scope.ts';
import { DayScalar, InstantScalar } from './graphql.ts';

const { first, last } = LIMITS.days;
const ways = <Value>(scalar: GraphQLScalarType<Value, Value>) => [
  (value: string) => scalar.parseValue(value),
  (value: string) => scalar.parseLiteral({ kind: Kind.STRING, value }),
];

test.each(ways(DayScalar))('a day is admitted from 1900 to 2199 and refused beyond, naming both', (parse) => {
  expect([parse(first), parse(last)]).toEqual([first, last]);
  for (const day of ['1899-12-31', '2200-01-01', '9999-12-31', '0001-01-01'])
    expect(() => parse(day)).toThrow(
      `${day}：日期应在 ${first} 至 ${last} 之间 (between ${first} and ${last}, please)`,
    );
  for (const day of ['2026-02-31', '10000-01-01', 'today']) expect(() => parse(day)).toThrow('A day looks like');
});

test.each(ways(InstantScalar))('an instant is admitted from 1900 to 2199 in Shanghai and refused beyond', (parse) => {
  expect(parse('1899-12-31T16:00:00Z')).toEqual(new Date('1899-12-31T16:00:00Z'));
  expect(parse('2199-12-31T15:59:59Z')).toEqual(new Date('2199-12-31T15:59:59Z'));
  for (const instant of [
    '1899-12-31T15:59:59Z',
    '2199-12-31T16:00:00Z',
    '9999-12-31T23:59:59Z',
    '0001-01-01T00:00:00Z',
  ])
    expect(() => parse(instant)).toThrow(`日期应在 ${first} 至 ${last} 之间`);
});

test('what is stored already is told whatever its day', () =>
  expect(DayScalar.serialize('9999-12-31')).toBe('9999-12-31'));

test('a pivot has no more months than it may, whatever days it is given', async () => {
  const days = { submittedFrom: '1900-01-01', submittedTo: '9999-12-31' };
  const { months } = await pivotOf({ now: new Date() } as unknown as Scope, days, []);
  expect(months).toHaveLength(SERVER_LIMITS.pivot.most);
});
