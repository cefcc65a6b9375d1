import type { ThingDimension } from '@lxq/schema/measures/table-words.ts';
import { code, type Expression, type Measuring, type Naming, word } from '../platform/measuring/measure.ts';
import type { Scope } from '../platform/scope/scope.ts';

/** Of a 15-digit code in a column: the township and the village that it lies in. */
export const placeDimensions = (column: string): Partial<Record<ThingDimension, Expression>> => ({
  TOWNSHIP: code(`(${column} / 1000000) * 1000000`),
  VILLAGE: code(`(${column} / 1000) * 1000`),
});

/** Of a topic in a column: itself, the topic above it, and the portfolio that it stands in today. */
export const topicDimensions = (column: string): Partial<Record<ThingDimension, Expression>> => ({
  TOPIC: word(column),
  TOPIC_FAMILY: {
    ...word(`coalesce(topic.parent_code, ${column})`),
    join: `left join term topic on topic.county_code = r.county_code and topic.kind = 'TOPIC' and topic.code = ${column}`,
  },
  PORTFOLIO: {
    ...{ sql: 'charge.portfolio_id', type: 'uuid' },
    join: `left join portfolio_topic charge on charge.county_code = r.county_code and charge.topic_code = ${column}`,
  },
});
/** R113: information that asks for nothing is no problem. */
export const isProblem = (column: string) =>
  `exists (select from term t where t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = ${column} and t.is_problem)`;

const named =
  (text: string, values: (codes: readonly string[]) => unknown): Naming =>
  async (scope: Scope, codes) => {
    const english = scope.caller.language === 'en';
    const rows = await scope.rows<{ code: string; name: string; nameEn?: string }>(text, [scope.county, values(codes)]);
    return new Map(rows.map(({ code: of, name, nameEn }) => [of, (english && nameEn) || name]));
  };
const UNITS = named(
  'select code::text as code, name from unit where county_code = $1 and code = any($2::bigint[])',
  (codes) => codes.map(Number),
);
const terms = (kind: 'TOPIC' | 'SOURCE') =>
  named(
    `select code, name, name_en from term where county_code = $1 and kind = '${kind}' and code = any($2)`,
    (codes) => codes,
  );
const PORTFOLIOS = named(
  'select id::text as code, name from portfolio where county_code = $1 and id = any($2::uuid[])',
  (codes) => codes,
);

export const networkMeasuring: Measuring = {
  names: {
    ...{ TOWNSHIP: UNITS, VILLAGE: UNITS, UNIT: UNITS },
    ...{ TOPIC: terms('TOPIC'), TOPIC_FAMILY: terms('TOPIC'), SOURCE: terms('SOURCE'), PORTFOLIO: PORTFOLIOS },
  },
};
