import { expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { publishedDays } from '../calendar.ts';
import { QINGHE, WANGXI } from './counties.ts';
import { type CountyTables, makeCounty } from './county-tables.ts';

const now = new Date('2026-11-29T06:00:00Z');
const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
const rowsOf = ({ tables }: CountyTables, wanted: string) =>
  tables.flatMap(([table, rows]) => (table === wanted ? rows : []));

test.each([QINGHE, WANGXI])(
  'in $name who acts for a unit has a post there, and every unit has one principal',
  (plan) => {
    const county = makeCounty(plan, now, calendar, { report: 0, instruction: 0, case: 0 });
    const held = Map.groupBy(
      rowsOf(county, 'post').filter(({ role, valid_to }) => role !== 'OFFICER' && !valid_to),
      ({ unit_code }) => unit_code,
    );
    for (const { code, kind, name } of rowsOf(county, 'unit')) {
      const posts = (held.get(code) ?? []).map(({ role, capacity }) => `${role} ${capacity ?? ''}`.trim());
      expect([name, posts.filter((post) => post.endsWith(' PRINCIPAL')).length]).toEqual([name, 1]);
      if (!['DEPARTMENT', 'KEY_ENTERPRISE', 'TOWNSHIP_STATION'].includes(kind as string)) continue;
      const acting = ['TOWNSHIP_CLERK', 'TOWNSHIP_LEADER IN_CHARGE', 'TOWNSHIP_LEADER OFFICE_HEAD'];
      expect([name, acting.filter((post) => !posts.includes(post))]).toEqual([name, []]);
    }
    const leaders = rowsOf(county, 'post').flatMap(({ role, capacity }) => (role === 'LEADER' ? [capacity] : []));
    expect(leaders.filter((capacity) => capacity && capacity !== 'IN_CHARGE')).toEqual(['GROUP_HEAD', 'MAIN_LEADER']);
  },
);

test('one post is stood in for today, and another was until it ended early', () => {
  const county = makeCounty(QINGHE, now, calendar, { report: 0, instruction: 0, case: 0 });
  const today = dayOf(now);
  const [current, former, ...others] = rowsOf(county, 'stand_in') as Record<string, string>[];
  expect(others).toEqual([]);
  expect(current).toMatchObject({ valid_from: addDays(today, -3), valid_to: addDays(today, 60), ended_at: null });
  expect(current?.person_name).toBe('梁思齐');
  expect(former?.ended_at && former.ended_at < addDays(today, -20)).toBe(true);
});
