import { expect, test } from '@jest/globals';
import { CENSURE_STATES, ISSUED_CENSURES } from '@lxq/schema/censures/censure-states.ts';
import { ORDER_STATES } from '@lxq/schema/orders/order-states.ts';
import { THEME_REPORTS, THEME_STATES, THEME_VILLAGES } from '@lxq/schema/themes/theme-states.ts';
import { publishedDays } from '../calendar.ts';
import { QINGHE } from './counties.ts';
import { makeCounty } from './county-tables.ts';
import type { Row } from './rows.ts';

const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
const NOW = new Date('2026-11-24T03:00:00Z');
const { tables, places } = makeCounty(QINGHE, NOW, calendar, { report: 0, instruction: 0, case: 0 });
const rowsOf = (table: string): Row[] => tables.flatMap(([name, rows]) => (name === table ? rows : []));
const statesOf = (table: string) => [...new Set(rowsOf(table).map(({ state }) => state as string))].sort();

test('orders, censures and themes lie in every state, and nothing of them is ahead of its time', () => {
  expect(statesOf('guidance_order')).toEqual([...ORDER_STATES].sort());
  expect(statesOf('censure')).toEqual([...CENSURE_STATES].sort());
  expect(statesOf('theme')).toEqual([...THEME_STATES].sort());
  for (const row of ['guidance_order', 'censure', 'theme'].flatMap(rowsOf))
    expect(+(row.state_since as Date)).toBeLessThan(+NOW);
});

test('six townships and four county units were censured, and a seventh township is left for the first day', () => {
  const issued = rowsOf('censure').filter(
    ({ state }) => ISSUED_CENSURES.includes(state as never) && state !== 'REVOKED',
  );
  const townships = new Set(places.townships.map(({ code }) => code));
  const [ofTownships, others] = [
    issued.filter(({ unit_code }) => townships.has(unit_code as number)),
    issued.filter(({ unit_code }) => !townships.has(unit_code as number)),
  ];
  expect([ofTownships.length, others.length]).toEqual([6, 4]);
  expect(new Set(issued.map(({ unit_code }) => unit_code)).size).toBe(10);
  expect(places.townships.length).toBeGreaterThan(6);
});

test('a theme is seen in as many reports and villages as it takes', () => {
  const reports = new Map(rowsOf('report').map((row) => [row.id, row]));
  for (const { id } of rowsOf('theme')) {
    const members = rowsOf('theme_report').filter(({ theme_id }) => theme_id === id);
    const villages = new Set(
      members.map(({ report_id }) => Math.floor((reports.get(report_id)?.place_code as number) / 1_000)),
    );
    expect(members.length).toBeGreaterThanOrEqual(THEME_REPORTS);
    expect(villages.size).toBeGreaterThanOrEqual(THEME_VILLAGES);
  }
});
