import type { Scope } from '../scope.ts';
import type { Area } from './area.entity.ts';
import type { Person } from './person.entity.ts';
import type { Place } from './place.entity.ts';
import type { Portfolio } from './portfolio.entity.ts';
import type { Post } from './post.entity.ts';
import type { Term } from './term.entity.ts';
import type { Unit } from './unit.entity.ts';

/** One statement a table and operation: `key` is the second part of the primary key, after the county. */
export const byKey =
  <Row extends object, K>(name: string, table: string, key: string, type: string, property: keyof Row) =>
  (scope: Scope) =>
    scope.loader<K, Row>(name, async (keys) => {
      const text = `select * from ${table} where county_code = $1 and ${key} = any($2::${type}[])`;
      const rows = await scope.rows<Row>(text, [scope.county, keys]);
      const found = new Map(rows.map((row) => [row[property] as unknown, row]));
      return keys.map((wanted) => found.get(wanted) ?? null);
    });

export const placeByCode = byKey<Place, number>('place', 'place', 'code', 'bigint', 'code');
export const unitByCode = byKey<Unit, number>('unit', 'unit', 'code', 'bigint', 'code');
export const personById = byKey<Person, string>('person', 'person', 'id', 'uuid', 'id');
export const postById = byKey<Post, string>('post', 'post', 'id', 'uuid', 'id');
export const areaById = byKey<Area, string>('area', 'area', 'id', 'uuid', 'id');
export const portfolioById = byKey<Portfolio, string>('portfolio', 'portfolio', 'id', 'uuid', 'id');
const termByKey = (kind: Term['kind']) => (scope: Scope) =>
  scope.loader<string, Term>(`term ${kind}`, async (codes) => {
    const rows = await scope.rows<Term>('select * from term where county_code = $1 and kind = $2 and code = any($3)', [scope.county, kind, codes]);
    const found = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => found.get(code) ?? null);
  });
export const topicByCode = termByKey('TOPIC');
export const sourceByCode = termByKey('SOURCE');
