import { keysOf, needlesOf } from '@lxq/schema/search/search-tokens.ts';
import type { Level } from './levels.ts';
import type { Asked } from './lists.ts';

const LIMIT = 21;
const PAGE = `order by r.submitted_at desc, r.id desc limit ${LIMIT}`;
const KEY = 'h.submitted_at desc, h.report_id desc';

/** As api/reports/lists/report.read.ts asks for the first page of a search. */
export function ours(text: string, { name, scope: [, county] }: Level): Asked {
  const needles = needlesOf(text);
  const keys = needles.map((needle) => keysOf(county, needle));
  const words = keys.flatMap((list, i) => list.map(() => i + 1));
  const hits = `app.search_${name}($2::int[], $3::int[], $4::text[], 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', ${LIMIT})`;
  return {
    text: `select r.* from (select * from ${hits}) hit, lateral (select * from report o where o.county_code = $1 and o.id = hit.id limit 1) r where r.county_code = $1 ${PAGE}`,
    values: [county, list(keys.flat()), list(words), list(needles.map((needle) => JSON.stringify(needle)))],
  };
}

/**
 * The same page asked by somebody whom no policy binds and who knows what to do: the index over all words first, the scope's
 * reports newest first, or what the planner makes of it.
 */
export function byHand(text: string, { scope, condition, key }: Level): Record<'index' | 'walk' | 'planner', Asked> {
  const needles = needlesOf(text);
  const keys = needles.flatMap((needle) => keysOf(scope[1], needle));
  const values = [scope[1], ...(key === undefined ? [] : [key]), list(keys), ...needles];
  const n = values.length - needles.length;
  const holds = needles.map((_, i) => `position($${n + 1 + i}::text in s.haystack) > 0`).join(' and ');
  const found = `s.keys @> $${n}::int[]`;
  const scoped = `s.county_code = $1 and ${condition.replaceAll('r.', 's.')}`;
  const from = 'select s.report_id, s.submitted_at from report_search s where';
  const newest = `order by s.submitted_at desc, s.report_id desc limit ${LIMIT}`;
  const page = (hits: string) => ({
    text: `select r.* from (${hits}) hit join report r on r.county_code = $1 and r.id = hit.report_id ${PAGE}`,
    values,
  });
  return {
    index: page(
      `select * from (with h as materialized (${from} ${found} and (${scoped} and ${holds}) is true) select * from h order by ${KEY} limit ${LIMIT}) h`,
    ),
    walk: page(`${from} ${scoped} and $${n}::int[] is not null and ${holds} ${newest}`),
    planner: page(`${from} ${scoped} and ${found} and ${holds} ${newest}`),
  };
}

/** An array as PostgreSQL reads it from text. */
const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
