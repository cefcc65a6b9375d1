import { byKey } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Area } from './places/area.entity.ts';
import type { Place } from './places/place.entity.ts';
import type { Portfolio } from './portfolios/portfolio.entity.ts';
import type { Person } from './posts/person.entity.ts';
import type { Post } from './posts/post.entity.ts';
import type { Term } from './terms/term.entity.ts';
import type { Unit } from './units/unit.entity.ts';

export const placeByCode = byKey<Place, number>('place', 'place', 'code', 'bigint', 'code');
export const unitByCode = byKey<Unit, number>('unit', 'unit', 'code', 'bigint', 'code');
export const personById = byKey<Person, string>('person', 'person', 'id', 'uuid', 'id');
export const postById = byKey<Post, string>('post', 'post', 'id', 'uuid', 'id');
export const areaById = byKey<Area, string>('area', 'area', 'id', 'uuid', 'id');
export const portfolioById = byKey<Portfolio, string>('portfolio', 'portfolio', 'id', 'uuid', 'id');
/** A person's name as far as the viewer may know it: below the county that of their own unit's posts. */
export const namedPerson = (scope: Scope) =>
  scope.loader<string, Pick<Person, 'id' | 'name'>>('named person', async (ids) => {
    const rows = await scope.rows<Pick<Person, 'id' | 'name'>>(
      `select id, name from person where county_code = $1 and id = any($2::uuid[])
       union select person_id, person_name from post where county_code = $1 and person_id = any($2::uuid[])`,
      [scope.county, ids],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
export const topicsOf = (scope: Scope) =>
  scope.loader<string, string[]>('topics of portfolio', async (ids) => {
    const rows = await scope.rows<{ portfolioId: string; topicCode: string }>(
      'select portfolio_id, topic_code from portfolio_topic where county_code = $1 and portfolio_id = any($2::uuid[]) order by topic_code',
      [scope.county, ids],
    );
    const found = Map.groupBy(rows, ({ portfolioId }) => portfolioId);
    return ids.map((id) => found.get(id)?.map(({ topicCode }) => topicCode) ?? []);
  });
const termByKey = (kind: Term['kind']) => (scope: Scope) =>
  scope.loader<string, Term>(`term ${kind}`, async (codes) => {
    const rows = await scope.rows<Term>('select * from term where county_code = $1 and kind = $2 and code = any($3)', [
      scope.county,
      kind,
      codes,
    ]);
    const found = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => found.get(code) ?? null);
  });
export const topicByCode = termByKey('TOPIC');
export const sourceByCode = termByKey('SOURCE');
