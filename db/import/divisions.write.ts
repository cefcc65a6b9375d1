import { randomBytes } from 'node:crypto';
import { spelled } from '../place-readings.ts';
import { termRows } from '../terms.ts';
import { Changes } from './changes.ts';
import { divisionProblems } from './division.problems.ts';
import { type Division, parentOf, placeCode } from './divisions.check.ts';
import { DIVISION_LEVELS } from './divisions.sheet.ts';
import type { WriteContext } from './kind.ts';
import { networkProblems } from './network.problems.ts';
import { countyOfficeName, fullNameOf } from './place-names.ts';
import type { PlaceRow } from './place-row.ts';
import { addUnits, renameUnits, switchUnits } from './place-units.ts';
import { addNamesToSearch } from './search.write.ts';
import type { Query } from './transaction.ts';
import { upsert } from './upsert.ts';

const PLACE = {
  table: 'place',
  key: ['county_code', 'code'],
  change: ['name', 'full_name', 'parent_code', 'pinyin', 'initials', 'valid_to'],
};

/** Brings the county's places to what the file says; a unit stands at each place. */
export async function writeDivisions(query: Query, divisions: Division[], context: WriteContext): Promise<Changes> {
  const county = divisions.find(({ level }) => level === 'county');
  if (!county) throw new Error('a checked file has a county');
  const code = Number(county.code.slice(0, 6));
  const changes = new Changes();
  context.county = code;
  await openCounty(query, code, county.name, changes);

  const before = await placesOf(query, code);
  const wanted = placeRows(divisions, county.name, context.asOf);
  noteChanges(before, wanted, changes);
  await upsert(query, PLACE, wanted, (done) => context.progress(`${done} / ${wanted.length}`));
  const groups = await relabelGroups(query, before, wanted);
  await addNamesToSearch(query, before, [...wanted, ...groups]);
  await addUnits(query, wanted, changes);
  await renameUnits(query, before, wanted);
  await closeMissing(query, { before, wanted, context, changes });
  return changes;
}

/** The county itself, its event counter and its first dictionaries. */
async function openCounty(query: Query, code: number, name: string, changes: Changes): Promise<void> {
  const [known] = await query<{ name: string; office_name: string }>(
    'select name, office_name from county where county_code = $1',
    [code],
  );
  const isNamedByRule = !known || known.office_name === countyOfficeName(known.name);
  const office_name = isNamedByRule ? countyOfficeName(name) : known.office_name;
  const row = { county_code: code, name, office_name };
  await upsert(query, { table: 'county', key: ['county_code'], change: ['name', 'office_name'] }, [row]);
  if (known) return;
  const counter = { county_code: code, epoch: randomBytes(8).toString('hex') };
  await upsert(query, { table: 'event_counter', key: ['county_code'], change: [] }, [counter]);
  const terms = termRows(code);
  await upsert(query, { table: 'term', key: ['county_code', 'kind', 'code'], change: [] }, terms);
  changes.alongside({ zh: '字典项（类别、来源）', en: 'terms (topics, sources)' }, terms.length);
}

async function placesOf(query: Query, county: number): Promise<Map<number, PlaceRow>> {
  const rows = await query<PlaceRow>(
    `select county_code, code, name, full_name, level, parent_code, pinyin, initials, valid_from, valid_to
     from place where county_code = $1 and level <> 'SEAT' order by code`,
    [county],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

function placeRows(divisions: Division[], county: string, asOf: string): PlaceRow[] {
  const names = new Map(divisions.map(({ code, name }) => [code, name]));
  const rows = divisions.map(({ code, name, level }): PlaceRow => {
    const township = names.get(parentOf(code)) ?? '';
    const fullName = { county: name, township: fullNameOf(county, name), village: fullNameOf(county, township, name) }[
      level
    ];
    return {
      county_code: Number(code.slice(0, 6)),
      code: placeCode(code),
      name,
      full_name: fullName,
      level: DIVISION_LEVELS[level],
      parent_code: level === 'county' ? null : placeCode(parentOf(code)),
      ...spelled(name),
      valid_from: asOf,
      valid_to: null,
    };
  });
  return rows.sort((a, b) => a.code - b.code); // parents before children
}

function noteChanges(before: Map<number, PlaceRow>, wanted: PlaceRow[], changes: Changes): void {
  for (const { code, name, full_name } of wanted) {
    const known = before.get(code);
    if (!known) changes.note('added', `${code12(code)} ${full_name}`);
    else if (known.name !== name) changes.note('renamed', `${code12(code)} ${known.name} → ${name}`);
    if (known?.valid_to) changes.note('reopened', `${code12(code)} ${full_name}`);
  }
}

const code12 = (code: number) => Math.floor(code / 1000);

/** Village groups are in no file; their names in full follow the village's. */
async function relabelGroups(query: Query, before: Map<number, PlaceRow>, wanted: PlaceRow[]): Promise<PlaceRow[]> {
  const villages = new Map(wanted.map((row) => [row.code, row]));
  const groups = [...before.values()].filter(({ level }) => level === 'GROUP');
  const relabelled = groups.flatMap((group) => {
    const village = villages.get(group.parent_code ?? 0);
    const full_name = `${village?.full_name} ${group.name}`;
    return village && full_name !== group.full_name ? [{ ...group, full_name }] : [];
  });
  await upsert(query, { ...PLACE, change: ['full_name'] }, relabelled);
  return relabelled;
}

interface Closing {
  before: Map<number, PlaceRow>;
  wanted: PlaceRow[];
  context: WriteContext;
  changes: Changes;
}

/** A code that the file no longer holds is closed when that was asked for, and never deleted: records keep standing on it. */
async function closeMissing(query: Query, { before, wanted, context, changes }: Closing): Promise<void> {
  const kept = new Set(wanted.map(({ code }) => code));
  const isGone = ({ code, level, parent_code }: PlaceRow) => !kept.has(level === 'GROUP' ? (parent_code ?? 0) : code);
  const gone = [...before.values()].filter((place) => isGone(place) && place.valid_to === null);
  const reopened = wanted.filter(({ code }) => before.get(code)?.valid_to).map(({ code }) => code);
  await switchUnits(query, wanted[0]?.county_code ?? 0, {
    on: reopened,
    off: context.closeMissing ? gone.map(({ code }) => code) : [],
  });
  if (!context.closeMissing) {
    for (const { code, full_name, level } of gone) {
      if (level !== 'GROUP')
        context.findings.warn({ field: 'code', value: `${code12(code)} ${full_name}` }, divisionProblems.notInFile());
    }
    return;
  }
  await upsert(
    query,
    { ...PLACE, change: ['valid_to'] },
    gone.map((place) => ({ ...place, valid_to: context.lastDay })),
  );
  for (const { code, full_name } of gone) changes.note('closed', `${code12(code)} ${full_name}`);
  const [left] = await query<{ posts: number }>(
    'select count(*)::int as posts from post where county_code = $1 and unit_code = any($2) and coalesce(valid_to, $3::date) >= $3::date',
    [context.county, gone.map(({ code }) => code), context.asOf],
  );
  if (left?.posts) context.findings.warn({}, networkProblems.postsRemain(left.posts));
}
