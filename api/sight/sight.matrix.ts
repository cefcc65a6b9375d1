import { townshipOf } from '@lxq/schema/places.ts';
import type pg from 'pg';
import { EARS } from '../platform/deeds/subject.ts';
import { COUNTY, code, idOf, UNITS } from '../testing/fixture.ts';
import type { Row, Rules, Viewer } from './sight.rules.ts';

/** A table as the catalog describes it: enough to make rows of it that every CHECK admits. */
export interface Table {
  name: string;
  columns: { name: string; type: string; isNullable: boolean }[];
  /** The first word that a CHECK of the column admits. */
  words: Map<string, string>;
  primaryKey: string[];
}

export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query(`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'isNullable', not a.attnotnull) order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(pg_get_constraintdef(k.oid)), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype = 'c') as checks,
      (select json_agg(a.attname) from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey) where k.conrelid = c.oid and k.contype = 'p') as "primaryKey"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);
  return rows.map(({ checks, ...table }) => ({ ...table, words: new Map(checks.flatMap(firstWord)) }));
}
const firstWord = (check: string): [string, string][] => {
  const match = /\(+(\w+) = (?:ANY \(+ARRAY\['([^']*)'|'([^']*)')/.exec(check);
  return match ? [[match[1] as string, (match[2] ?? match[3]) as string]] : [];
};

const UNIT_OF: Record<Row['place'], number> = {
  OWN: UNITS.willow,
  OWN_STATION: UNITS.east,
  SIBLING: UNITS.poplar,
  OTHER_TOWNSHIP: UNITS.elm,
  COUNTY_OFFICE: UNITS.county,
  OTHER_COUNTY: UNITS.otherVillage,
};
/** At which level somebody acted for whom a row was made that says so. Villages have two, which are told apart by the village. */
const LEVEL_AT: Record<Row['place'], string> = {
  ...{ OWN: 'VILLAGE', OWN_STATION: 'TOWNSHIP', SIBLING: 'OFFICER', OTHER_TOWNSHIP: 'VILLAGE' },
  ...{ COUNTY_OFFICE: 'COUNTY', OTHER_COUNTY: 'VILLAGE' },
};
const ME = idOf('officer');
/** The columns that say whose a row is; in a table of persons the key itself. */
const PERSON_COLUMNS = [
  ...['author_id', 'actor_id', 'person_id', 'leader_id', 'by_id'],
  ...['requester_id', 'approver_id', 'opened_by_id', 'drafted_by_id', 'presented_by_id', 'signer_id'],
];
/** Where a row has a holder, they are whose it is, and the person is somebody else. */
const personColumnsOf = ({ columns }: Table) =>
  columns.some(({ name }) => name === 'holder_id') ? ['holder_id'] : PERSON_COLUMNS;

/** Every kind of row that the table's columns can tell apart. */
export function rowsFor(table: Table): Row[] {
  const has = (name: string) => table.columns.some((column) => column.name === name);
  const places = Object.keys(UNIT_OF) as Row['place'][];
  const lines: Row['line'][] = has('line') || isOfReport(table) ? ['LINE', 'DIRECT', 'SEALED'] : ['LINE'];
  const persons = table.name === 'person' || personColumnsOf(table).some(has) ? [true, false] : [false];
  const rows = places.flatMap((place) => lines.flatMap((line) => persons.map((mine) => ({ place, line, mine }))));
  const of = statesOf(table) ? (['DRAFT', 'ISSUED'] as const) : (['NOTHING'] as const);
  const ears = has('ears') ? EARS : (['EVERYBODY'] as const);
  // On which line a row stands, and what it is of or for whose ears, are asked apart.
  const kinds = of.flatMap((of) =>
    ears.map((ears) => ({ of, ears, isPlain: of === 'NOTHING' && ears === 'EVERYBODY' })),
  );
  return kinds.flatMap(({ isPlain, ...kind }) =>
    rows.filter(({ line }) => isPlain || line === 'LINE').map((row) => ({ ...row, ...kind })),
  );
}
/** What is seen otherwise once it was issued: a state before and one after. */
const STATES: Readonly<Record<string, Partial<Record<Row['of'], string>>>> = {
  digest: { DRAFT: 'REVIEWING', ISSUED: 'FOLLOWED' },
  guidance_order: { DRAFT: 'DRAFT', ISSUED: 'SIGNED_FOR' },
  censure: { DRAFT: 'DRAFT', ISSUED: 'RECTIFYING' },
};
const isOfDigest = ({ name, columns }: Table) =>
  name !== 'instruction' && columns.some((column) => column.name === 'digest_id');
const statesOf = (table: Table) => STATES[isOfDigest(table) ? 'digest' : table.name];

let serial = 0;
/** The values of a row of that kind, by column; what does not matter gets what its type and CHECKs admit. */
function valuesOf(table: Table, row: Row): unknown[] {
  serial++;
  const unit = UNIT_OF[row.place];
  const person = row.mine ? ME : idOf(`somebody ${serial}`);
  const told = new Map<string, unknown>([
    ['county_code', Math.floor(unit / 1_000_000_000)],
    ['unit_code', unit],
    ['township_code', townshipOf(unit)], // generated from the unit, but where a table knows no smaller one
    ['line', row.line],
    ['ears', row.ears],
    ['acted_by_id', null], // nobody stands in
    ['scope_level', LEVEL_AT[row.place]],
    ['responsible_unit_code', unit],
    ['receiver_unit_code', unit],
    ['issuer_unit_code', guideOf(unit)],
    ...personColumnsOf(table).map((name) => [name, person] as const),
    ...(table.name === 'person' ? [['id', person] as const] : []),
    ...issueOf(table, row),
  ]);
  return table.columns.map((column) =>
    told.has(column.name) ? told.get(column.name) : (table.words.get(column.name) ?? filler(column)),
  );
}
/** The column that says whether it was issued, or of which issue it is. */
function issueOf(table: Table, { of }: Row): [string, unknown][] {
  const state = statesOf(table)?.[of];
  if (!state) return [];
  return [isOfDigest(table) ? ['digest_id', idOf(of)] : ['state', state]];
}
/** Whoever guides a unit: a village's station, and else the county office. */
const guideOf = (unit: number) =>
  townshipOf(unit) === unit ? Math.floor(unit / 1_000_000_000) * 1_000_000_000 : townshipOf(unit);
function filler({ name, type, isNullable }: Table['columns'][number]): unknown {
  if (type === 'uuid') return idOf(`row ${serial} ${name}`);
  if (isNullable) return null;
  return FILLERS[type]?.(serial) ?? `filler long enough for every length check ${serial}`;
}
const FILLERS: Record<string, (n: number) => unknown> = {
  bigint: (n) => code(COUNTY, 101, 900) + n,
  integer: (n) => n,
  boolean: () => true,
  // Long before the calendar that every database has.
  date: (n) => new Date(Date.UTC(1000, 0, n)).toISOString().slice(0, 10),
  'timestamp with time zone': () => new Date(),
  jsonb: () => '{}',
  tsvector: () => '',
  'integer[]': () => '{}',
  'text[]': () => '{}',
  'uuid[]': () => '{}',
};

/** The issue that a row of another table is of. */
async function insertIssue(client: pg.ClientBase, table: Table, { of, place }: Row): Promise<void> {
  if (!isOfDigest(table)) return;
  await client.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients, version)
     values ($1, $2, $3, '1900-01-01', '1900-01-10', '', '', '', '{}', 1)`,
    [Math.floor(UNIT_OF[place] / 1_000_000_000), idOf(of), STATES.digest?.[of]],
  );
}

/** Tables whose rows a unit sees because it takes part in the matter that this column names. */
const MATTER_OF: Readonly<Record<string, string>> = {
  ...{ instruction: 'id', cases: 'id' },
  ...{ result_report: 'subject_id', signature: 'subject_id', revisit: 'subject_id' },
  paper: 'subject_id',
};
/** Whose rows are read exactly as the report is that they belong to. */
const isOfReport = ({ name }: Table) => name === 'attachment';
async function insertReport(client: pg.ClientBase, table: Table, row: Row): Promise<void> {
  if (!isOfReport(table)) return;
  const unit = UNIT_OF[row.place];
  await client.query(
    `insert into report (county_code, id, unit_code, client_id, content_hash, author_id, post_id, line, channel, topic_code, urgency, place_code, occurred_at, submitted_at, due_at, content)
     values ($1, $2, $3, $2, '', $4, $2, $5, 'OFFICER', '', 'NORMAL', $3, now(), now(), now(), repeat('x', 20))`,
    [
      Math.floor(unit / 1_000_000_000),
      ...[idOf(`row ${serial + 1} subject_id`), unit],
      ...[row.mine ? ME : idOf(`author ${serial + 1}`), row.line],
    ],
  );
}
/** The part that the unit of the row takes in it: as the next row will be called. */
async function insertPart(client: pg.ClientBase, { name }: Table, { place }: Row): Promise<void> {
  const column = MATTER_OF[name];
  if (!column) return;
  // What the county office has on a matter is there for those who act on it.
  const units = name === 'revisit' && place === 'COUNTY_OFFICE' ? [UNITS.east, UNITS.willow] : [UNIT_OF[place]];
  for (const unit of units)
    await client.query(
      `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state) values ($1, $2, $3, 'X', 'MAIN', now(), now(), 'X')`,
      [Math.floor(unit / 1_000_000_000), idOf(`row ${serial + 1} ${column}`), unit],
    );
}

export async function insertRow(client: pg.ClientBase, table: Table, row: Row): Promise<void> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ');
  const places = table.columns.map((_, i) => `$${i + 1}`).join(', ');
  await client.query(`insert into "${table.name}" (${names}) values (${places})`, valuesOf(table, row));
}

const SCOPES: Record<Exclude<Viewer, 'OWNER'>, [string, number]> = {
  COUNTY: ['COUNTY', UNITS.county],
  DISCIPLINE: ['DISCIPLINE', UNITS.county],
  LEADER: ['LEADER', UNITS.county],
  ANALYST: ['ANALYST', UNITS.county],
  ADMIN: ['ADMIN', UNITS.county],
  TOWNSHIP: ['TOWNSHIP', UNITS.east],
  VILLAGE: ['VILLAGE', UNITS.willow],
  OFFICER: ['OFFICER', UNITS.willow],
};
export const VIEWERS: Viewer[] = ['OWNER', ...(Object.keys(SCOPES) as (keyof typeof SCOPES)[])];

export async function becomeViewer(client: pg.ClientBase, viewer: Viewer): Promise<void> {
  if (viewer === 'OWNER') await client.query('set local role lxq_owner');
  else await client.query('select app.enter($1, $2, $3, $4)', [SCOPES[viewer][0], COUNTY, SCOPES[viewer][1], ME]);
}

/** What a viewer did manage with rows of a table: 'see OWN LINE mine' and the like. */
export type Managed = Set<string>;
export const label = (deed: keyof Rules, row: Row) =>
  `${deed} ${row.place} ${row.line}${row.mine ? ' mine' : ''}${row.of === 'NOTHING' ? '' : ` of ${row.of}`}${row.ears === 'EVERYBODY' ? '' : ` for ${row.ears}`}`;

/**
 * Tries every deed on every kind of row as `viewer`, alone in an otherwise empty table, and undoes it. Foreign keys and
 * triggers are off meanwhile: only rights speak.
 */
export async function observe(client: pg.ClientBase, table: Table, viewer: Viewer): Promise<Managed> {
  const managed: Managed = new Set();
  for (const row of rowsFor(table)) {
    const tried: Record<keyof Rules, () => Promise<boolean>> = {
      see: async () => ((await client.query(`select 1 from "${table.name}"`)).rowCount ?? 0) > 0,
      change: async () =>
        ((await client.query(`update "${table.name}" set "${last(table)}" = "${last(table)}"`)).rowCount ?? 0) > 0,
      remove: async () => ((await client.query(`delete from "${table.name}"`)).rowCount ?? 0) > 0,
      add: async () => {
        await insertRow(client, table, row);
        return true;
      },
    };
    for (const deed of ['see', 'change', 'remove', 'add'] as const)
      if (await attempt(client, { table, viewer, row, deed }, tried[deed])) managed.add(label(deed, row));
  }
  return managed;
}
const last = (table: Table) => table.columns.at(-1)?.name;

async function attempt(
  client: pg.ClientBase,
  { table, viewer, row, deed }: { table: Table; viewer: Viewer; row: Row; deed: keyof Rules },
  work: () => Promise<boolean>,
): Promise<boolean> {
  await client.query('savepoint attempt');
  try {
    await insertIssue(client, table, row);
    await insertPart(client, table, row);
    await insertReport(client, table, row);
    if (deed !== 'add') await insertRow(client, table, row);
    await becomeViewer(client, viewer);
    return await work();
  } catch (error) {
    if ((error as pg.DatabaseError).code === '42501') return false; // insufficient_privilege: no grant, or no policy admits it
    throw error;
  } finally {
    // Given up as well: each that stays open holds a lock.
    await client.query('rollback to savepoint attempt; release savepoint attempt');
  }
}
