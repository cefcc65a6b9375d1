import type { Changes } from './changes.ts';
import { countyOfficeName, roomName, stationName } from './place-names.ts';
import type { PlaceRow } from './place-row.ts';
import type { Query } from './transaction.ts';
import { upsert } from './upsert.ts';

const KIND: Record<string, string> = { COUNTY: 'COUNTY_OFFICE', TOWNSHIP: 'TOWNSHIP_STATION', VILLAGE: 'VILLAGE_ROOM' };
const KEY = ['county_code', 'code'];

/** County office, township stations and village rooms (R1–R10): one at each place, where there is none yet. */
export async function addUnits(query: Query, places: PlaceRow[], changes: Changes): Promise<void> {
  const known = new Set((await unitsOf(query, places)).map(({ code }) => code));
  const county = countyName(places);
  const units = places
    .filter(({ code }) => !known.has(code))
    .map((place) => ({
      county_code: place.county_code,
      code: place.code,
      name: unitName(place, county),
      kind: KIND[place.level],
      parent_code: place.parent_code,
    }));
  await upsert(query, { table: 'unit', key: KEY, change: [] }, units);
  changes.alongside({ zh: '群众工作单位', en: 'units at these places' }, units.length);
}

/** A unit that bears the name made from its place's old name takes the new one; a name given by hand stays. */
export async function renameUnits(query: Query, before: Map<number, PlaceRow>, places: PlaceRow[]): Promise<void> {
  const [oldCounty, county] = [countyName([...before.values()]), countyName(places)];
  const units = new Map((await unitsOf(query, places)).map((unit) => [unit.code, unit]));
  const renamed = places.flatMap((place) => {
    const [old, unit] = [before.get(place.code), units.get(place.code)];
    if (!old || !unit || unit.name !== unitName(old, oldCounty)) return [];
    const name = unitName(place, county);
    return name === unit.name ? [] : [{ ...unit, name }];
  });
  await upsert(query, { table: 'unit', key: KEY, change: ['name'] }, renamed);
}

export async function switchUnits(
  query: Query,
  county: number,
  { on, off }: { on: number[]; off: number[] },
): Promise<void> {
  const change = 'update unit set is_active = $2 where county_code = $1 and code = any($3) and is_active <> $2';
  await query(change, [county, true, on]);
  await query(change, [county, false, off]);
}

interface UnitRow {
  county_code: number;
  code: number;
  name: string;
  kind: string;
}

function unitsOf(query: Query, places: PlaceRow[]): Promise<UnitRow[]> {
  return query<UnitRow>('select county_code, code, name, kind from unit where county_code = $1', [
    places[0]?.county_code,
  ]);
}

const countyName = (places: PlaceRow[]) => places.find(({ level }) => level === 'COUNTY')?.name ?? '';

function unitName({ level, name }: PlaceRow, county: string): string {
  if (level === 'COUNTY') return countyOfficeName(name);
  return level === 'TOWNSHIP' ? stationName(county, name) : roomName(name);
}
