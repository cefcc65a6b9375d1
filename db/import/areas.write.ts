import type { Findings } from './finding.ts';
import { foldKey } from './key.ts';
import { networkProblems } from './network.problems.ts';
import { areaId } from './person-ref.ts';
import type { Query } from './transaction.ts';
import type { ResolvedUnit } from './units.resolve.ts';
import { upsert } from './upsert.ts';

interface AreaRow {
  county_code: number;
  id: string;
  township_code: number;
  name: string;
  chief_id: string | null;
  deputy_id: string | null;
}

type Chiefs = { line: number; chief: string | undefined; deputy: string | undefined };

const townshipOf = (code: number) => Math.floor(code / 1_000_000) * 1_000_000;
const keyOf = ({ code, area }: ResolvedUnit) => `${townshipOf(code)} ${foldKey(area?.name ?? '')}`;

/** An area (片) stands under its township; every village that names it belongs to it (R19, R20). */
export async function writeAreas(query: Query, units: ResolvedUnit[], county: number) {
  const rows = await query<AreaRow>(
    'select county_code, id, township_code, name, chief_id, deputy_id from area where county_code = $1',
    [county],
  );
  const known = new Map(rows.map((row) => [`${row.township_code} ${foldKey(row.name)}`, row]));
  const wanted = new Map<string, AreaRow>();
  for (const unit of units) {
    if (!unit.area) continue;
    const { name, chief, deputy } = unit.area;
    const key = keyOf(unit);
    const township = townshipOf(unit.code);
    const before = wanted.get(key) ??
      known.get(key) ?? {
        county_code: county,
        id: areaId(township, name),
        township_code: township,
        name,
        chief_id: null,
        deputy_id: null,
      };
    wanted.set(key, { ...before, chief_id: chief ?? before.chief_id, deputy_id: deputy ?? before.deputy_id });
  }
  const changed = [...wanted].filter(([key, row]) => differs(row, known.get(key))).map(([, row]) => row);
  await upsert(query, { table: 'area', key: ['county_code', 'id'], change: ['chief_id', 'deputy_id'] }, changed);
  return { changed: changed.length, idOf: (unit: ResolvedUnit) => wanted.get(keyOf(unit))?.id };
}

const differs = (row: AreaRow, before: AreaRow | undefined) =>
  before?.chief_id !== row.chief_id || before?.deputy_id !== row.deputy_id;

/** Two rows of one area may not name two chiefs. */
export function checkChiefs(units: ResolvedUnit[], findings: Findings): void {
  const first = new Map<string, Chiefs>();
  for (const unit of units) {
    if (!unit.area) continue;
    const { chief, deputy } = unit.area;
    const earlier = first.get(keyOf(unit));
    if (earlier && contradicts(earlier, { chief, deputy })) {
      findings.refuse(
        { line: unit.line, field: 'area', value: unit.area.name },
        networkProblems.areaContradicts(earlier.line),
      );
    }
    first.set(keyOf(unit), {
      line: earlier?.line ?? unit.line,
      chief: earlier?.chief ?? chief,
      deputy: earlier?.deputy ?? deputy,
    });
  }
}

const contradicts = (a: Omit<Chiefs, 'line'>, b: Omit<Chiefs, 'line'>) =>
  [
    [a.chief, b.chief],
    [a.deputy, b.deputy],
  ].some(([one, other]) => one && other && one !== other);
