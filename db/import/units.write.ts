import { officeOf } from '@lxq/schema/places.ts';
import { spelled } from '../place-readings.ts';
import { checkChiefs, writeAreas } from './areas.write.ts';
import { Changes } from './changes.ts';
import type { WriteContext } from './kind.ts';
import { resolvePrincipals, writePrincipals } from './principals.write.ts';
import type { Query } from './transaction.ts';
import { SEATS, type UnitLine } from './units.check.ts';
import { type ResolvedUnit, resolveUnits } from './units.resolve.ts';
import { upsert } from './upsert.ts';

const KEY = ['county_code', 'code'];

/** Adds and changes units; empty cells leave what the system holds. */
export async function writeUnits(query: Query, lines: UnitLine[], context: WriteContext): Promise<Changes> {
  const units = await resolveUnits(query, lines, context);
  checkChiefs(units, context.findings);
  const principals = await resolvePrincipals(query, units, context);
  context.findings.stopIfRefused();
  const changes = new Changes();
  const seats = units.filter(({ kind }) => SEATS[kind]);
  await upsert(
    query,
    { table: 'place', key: KEY, change: ['name', 'full_name', 'pinyin', 'initials'] },
    seats.map((seat) => seatRow(seat, context)),
  );
  const areas = await writeAreas(query, units, context.county);
  const rows = units.map((unit) => unitRow(unit, context.county, areas));
  for (const [i, unit] of units.entries())
    noteChange(unit, rows[i], {
      changes,
      hasNewPrincipal: principals.some(({ unit: { code } }) => code === unit.code),
    });
  const change = ['name', 'parent_code', 'area_id', 'is_active'];
  await upsert(query, { table: 'unit', key: KEY, change }, rows, (done) =>
    context.progress(`${done} / ${rows.length}`),
  );
  await writePrincipals(query, principals, context);
  changes.alongside({ zh: '片区新增或变更', en: 'areas (片) added or changed' }, areas.changed);
  return changes;
}

const seatRow = ({ code, name }: ResolvedUnit, { county, asOf }: WriteContext) => ({
  county_code: county,
  code,
  name,
  full_name: name,
  level: 'SEAT',
  parent_code: officeOf(county),
  ...spelled(name),
  valid_from: asOf,
});

interface UnitRow {
  name: string;
  parent_code: number | null;
  area_id: string | null;
  is_active: boolean;
}

function unitRow(
  unit: ResolvedUnit,
  county: number,
  areas: { idOf(unit: ResolvedUnit): string | undefined },
): UnitRow & { kind: string; code: number } {
  const { known, code, name, kind, parent, isActive } = unit;
  return {
    ...{ county_code: county, code, kind },
    name,
    parent_code: parent ?? known?.parent_code ?? null,
    area_id: areas.idOf(unit) ?? known?.area_id ?? null,
    is_active: isActive ?? known?.is_active ?? true,
  };
}

function noteChange(
  { known, code, name }: ResolvedUnit,
  row: UnitRow | undefined,
  { changes, hasNewPrincipal }: { changes: Changes; hasNewPrincipal: boolean },
): void {
  if (!known) {
    changes.note('added', `${code} ${name}`);
    return;
  }
  if (known.name !== name) changes.note('renamed', `${code} ${known.name} → ${name}`);
  if (!row) return;
  if (known.is_active !== row.is_active) changes.note(row.is_active ? 'reopened' : 'closed', `${code} ${name}`);
  const isSame = known.parent_code === row.parent_code && !hasNewPrincipal && known.area_id === row.area_id;
  if (!isSame) changes.note('changed', `${code} ${name}`);
}
