import { BigIntType } from '@mikro-orm/core';
import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { oneOf } from './words.ts';

/** Column shorthands: the few types that lists may filter on under row security (architecture: leakproof comparisons only). */
interface Options {
  nullable?: boolean;
  default?: string | number | boolean;
  defaultRaw?: string;
  check?: string;
  generated?: string;
}
const code = new BigIntType('number');

/** A 15-digit place or unit code: safe in bigint and in JavaScript. */
export const Code = (options: Options = {}) => Property({ type: code, ...options });
export const Uuid = (options: Options = {}) => Property({ type: 'uuid', ...options });
export const Text = (options: Options = {}) => Property({ type: 'text', ...options });
export const Int = (options: Options = {}) => Property({ type: 'integer', ...options });
export const Bool = (options: Options = {}) => Property({ type: 'boolean', ...options });
export const Instant = (options: Options = {}) =>
  Property({ type: 'timestamptz', columnType: 'timestamptz(3)', ...options });
/** A calendar day as YYYY-MM-DD text in JavaScript, `date` in PostgreSQL. */
export const Day = (options: Options = {}) => Property({ type: 'date', ...options });
export const Json = (options: Options = {}) => Property({ type: 'json', ...options });
/** Text that takes one of a closed set of words, held by a CHECK. */
export const Word = (name: string, words: readonly string[], options: Options = {}) =>
  Property({ type: 'text', check: oneOf(name, words), ...options });
/** Optimistic lock: two people who change one row cannot both win. */
export const Version = () => Property({ type: 'integer', version: true, default: 1 });

export const CountyKey = () => PrimaryKey({ type: 'integer', name: 'county_code' });
export const IdKey = () => PrimaryKey({ type: 'uuid' });

/** What every row below a county carries: the unit as it was when the row was written, and the levels generated from it. */
export abstract class ScopedRow {
  @CountyKey() countyCode!: number;
  @Code() unitCode!: number;
  @Code({ generated: '((unit_code / 1000000) * 1000000) stored' }) readonly townshipCode?: number;
  @Code({ generated: '((unit_code / 1000) * 1000) stored' }) readonly villageCode?: number;
}
