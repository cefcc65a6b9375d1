import type { CountyPlan } from './counties.ts';
import { MATTERS } from './matters/all.ts';
import type { Places } from './places.ts';
import { type Random, uuidAt } from './random.ts';
import type { Row } from './rows.ts';

/** 主管单位: of each topic the department that most of its matters are seen to by, where the county has it. */
export function chargeRows(
  { countyCode }: CountyPlan,
  { seats }: Places,
  { random, at }: { random: Random; at: number },
): Row[] {
  const codes = new Map(seats.map(({ name, code }) => [name, code]));
  return [...Map.groupBy(MATTERS, ({ topic }) => topic)].flatMap(([topic, matters]) => {
    const weight = (department: string) =>
      matters.reduce((sum, matter) => sum + (matter.department === department ? matter.weight : 0), 0);
    const [first] = [...new Set(matters.map(({ department }) => department))]
      .filter((department) => codes.has(department))
      .sort((a, b) => weight(b) - weight(a));
    if (!first) return [];
    return [{ county_code: countyCode, id: uuidAt(random, at), topic_code: topic, unit_code: codes.get(first) }];
  });
}
