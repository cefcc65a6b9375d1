import { expect, test } from '@jest/globals';
import { publishedDays } from '../calendar.ts';
import { WANGXI } from './counties.ts';
import { makeCounty } from './county-tables.ts';
import type { Row } from './rows.ts';
import { tellingAgain } from './telling-again.ts';

const NOW = new Date('2026-11-22T07:00:00Z');
const DAYS = 200;
const HOUR = 3_600_000;
const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
const plan = { ...WANGXI, days: 60, issues: 6 };
const { tables } = makeCounty(plan, NOW, calendar, { report: 0, instruction: 0, case: 0 });
const rowsOf = (name: string) => tables.flatMap(([table, rows]) => (table === name ? rows : []));
const reports = rowsOf('report');
const columnsOf = (rows: readonly Row[]) => Object.keys(rows[0] as Row);

/** The lines that a county of so many reports is copied from, oldest day first, read again. */
function told(wanted: number, { isShort = false } = {}) {
  const again = { countyCode: plan.countyCode, reports: wanted, isShort, asides: [[0.1, '缆车站台。']] as const };
  const tell = tellingAgain(again, reports, rowsOf('report_search'), NOW);
  let serial = reports.length;
  const days = Array.from({ length: DAYS }, (_, i) => tell(DAYS - 1 - i));
  const lines = days.flat().map((each) => each.lines(++serial));
  const read = (line: string, columns: readonly string[]) =>
    Object.fromEntries(
      line
        .trimEnd()
        .split('\t')
        .map((field, i) => [columns[i], field === '\\N' ? null : field]),
    );
  return {
    reports: lines.map(({ report }) => read(report, columnsOf(reports))),
    searches: lines.map(({ search }) => read(search, columnsOf(rowsOf('report_search')))),
  };
}

const all = told(2_000);
const first = new Map(reports.map((row) => [row.id, row]));
const others = all.reports.filter(({ id }) => !first.has(id));

test('a county told again has as many reports as it is to have, the generators’ among them, each with an id of its own', () => {
  expect(all.reports).toHaveLength(2_000);
  expect(new Set(all.reports.map(({ id }) => id)).size).toBe(2_000);
  expect(all.reports.filter(({ id }) => first.has(id))).toHaveLength(reports.length);
});

test('reports told again fill the days before the generators’ own, and none lies in the future', () => {
  const ages = all.reports.map(({ submitted_at }) => (+NOW - Date.parse(submitted_at as string)) / (24 * HOUR));
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
  for (const days of [0, 50, 100, 150])
    expect(ages.filter((age) => age >= days && age < days + 50).length).toBeGreaterThan(300);
});

test('a report told again is due, handled and answered as long after it came in as the one that it repeats', () => {
  const lag = (row: Row, column: string) => Date.parse(row[column] as string) - Date.parse(row.submitted_at as string);
  const originals = Map.groupBy(reports, ({ content }) => content);
  for (const row of others.filter(({ state }) => state !== 'RETURNED')) {
    const [original] = originals.get((row.content as string).replace('缆车站台。', '')) as [Row];
    for (const column of ['due_at', 'handled_at', 'answered_at'].filter((column) => row[column])) {
      expect(lag(row, column) - lag(original, column)).toBeGreaterThanOrEqual(0); // it comes in within the hour before
      expect(lag(row, column) - lag(original, column)).toBeLessThan(HOUR);
    }
  }
});

test('what waits is told again on its own day only, and what called somebody or was merged not at all', () => {
  expect(others.filter(({ state }) => state === 'URGENT' || state === 'MERGED')).toEqual([]);
  const old = others.filter(({ submitted_at }) => +NOW - Date.parse(submitted_at as string) > 47 * 24 * HOUR);
  expect(old.length).toBeGreaterThan(1_000);
  expect(old.filter(({ state }) => state === 'SUBMITTED')).toEqual([]);
});

test('a report told again is found by its own number and by what was added to it', () => {
  const byId = new Map(all.searches.map((row) => [row.report_id, row]));
  for (const { id, serial, content } of others) {
    const { haystack } = byId.get(id as string) as Row;
    expect(haystack).toMatch(new RegExp(`-${String(serial).padStart(6, '0')}$`));
    expect((haystack as string).includes('缆车站台')).toBe((content as string).includes('缆车站台'));
  }
  expect(others.filter(({ content }) => (content as string).includes('缆车')).length).toBeGreaterThan(50);
});

test('a short one tells the beginning and has nothing to search', () => {
  const short = told(500, { isShort: true });
  for (const { content } of short.reports) expect((content as string).length).toBeLessThanOrEqual(45);
  expect(short.searches.every((row) => Object.keys(row).length === 1)).toBe(true);
});
