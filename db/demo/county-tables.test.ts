import { expect, test } from '@jest/globals';
import { publishedDays } from '../calendar.ts';
import { QINGHE, WANGXI } from './counties.ts';
import { type CountyTables, makeCounty } from './county-tables.ts';
import { shanghaiDay } from './working-hours.ts';

/** The large county with a quarter of its reports, which is quicker. */
const QUARTER = { ...QINGHE, officers: 3_200, reports: 3_950, problems: 2_160 };
const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
const make = (plan: typeof QINGHE, now: string) =>
  makeCounty(plan, new Date(now), calendar, { report: 0, instruction: 0, case: 0 });
const rowsOf = ({ tables }: CountyTables, name: string) =>
  tables.flatMap(([table, rows]) => (table === name ? rows : []));
const textsOf = (county: CountyTables) =>
  rowsOf(county, 'report')
    .map(({ content }) => content as string)
    .sort();

const MOMENTS = [
  '2026-11-01T00:10:00+08:00',
  '2026-10-31T23:50:00+08:00',
  '2027-01-01T09:00:00+08:00',
  '2026-02-28T12:00:00+08:00',
  '2026-08-11T05:00:00+08:00',
];
const counties = new Map<string, CountyTables>();
/** The large county as it is seeded then, made once. */
function countyAt(now: string): CountyTables {
  const county = counties.get(now) ?? make(QUARTER, now);
  counties.set(now, county);
  return county;
}

test('at any time the county has the same people who say the same', () => {
  const [first, ...others] = MOMENTS.map(countyAt).map((county) => ({
    names: rowsOf(county, 'person').map(({ name }) => name),
    texts: textsOf(county),
  }));
  expect(first?.texts.length).toBeGreaterThan(QUARTER.reports - 1);
  for (const other of others) expect(other).toEqual(first);
});

test('the same time gives the same county to the last id', () => {
  const [one, two] = [make(WANGXI, '2026-11-22T07:00:00Z'), make(WANGXI, '2026-11-22T07:00:00Z')];
  expect(one.tables).toEqual(two.tables);
});

test.each(MOMENTS)(
  'seeded at %s it has reports on 280 days, none in the future, and 28 issued digests of at least ten items',
  (now) => {
    const county = countyAt(now);
    const submitted = rowsOf(county, 'report').map(({ submitted_at }) => Date.parse(submitted_at as string));
    expect(new Set(submitted.map(shanghaiDay)).size).toBe(280);
    expect(Math.max(...submitted)).toBeLessThanOrEqual(Date.parse(now));
    expect(Math.max(...rowsOf(county, 'audit').map(({ at }) => +new Date(at as string)))).toBeLessThanOrEqual(
      Date.parse(now),
    );
    const issued = rowsOf(county, 'digest').filter(({ issued_at }) => issued_at);
    expect(issued).toHaveLength(28);
    for (const { id } of issued)
      expect(rowsOf(county, 'digest_item').filter((item) => item.digest_id === id).length).toBeGreaterThan(9);
    expect(rowsOf(county, 'instruction')).toHaveLength(290);
    for (const history of Map.groupBy(rowsOf(county, 'audit'), ({ subject_id }) => subject_id).values()) {
      const ats = history.filter(({ deed }) => deed !== 'read').map(({ at }) => +new Date(at as string));
      expect(ats).toEqual(ats.toSorted((earlier, later) => earlier - later));
    }
  },
);
