import type { EntityClass, MetadataStorage } from '@mikro-orm/core';
import type DataLoader from 'dataloader';
import type { Scope } from '../scope/scope.ts';
import { type Column, columnsOf } from './columns.ts';
import type { Selection } from './selection.ts';

/** Rows of another table that belong to a thing: a loader of them, which a listing may fill beside the thing itself, in one statement. */
export interface Many<Row extends object = object> {
  (scope: Scope): DataLoader<string, Row[] | null>;
  entity: EntityClass<object>;
  /** The column that says whose they are. */
  owner: string;
  /** In SQL, on `o`. */
  order: string;
  where?: string;
  /**
   * Of what columns their fields are made that are no columns of that name. Where it is said, and every field that is asked for is known, a thing's page reads no
   * other column of them: nothing but these fields may look at the rows then.
   */
  needs?: Readonly<Record<string, readonly string[]>>;
  /** What their fields are made of besides, which is asked for in the same turn. */
  goesWith?: GoesWith;
}
/** `asked` are the fields of the rows. */
export type GoesWith = (scope: Scope, asked: Selection) => Promise<unknown> | undefined;
type Told = Pick<Many, 'owner' | 'order' | 'where' | 'needs' | 'goesWith'>;

export function manyOf<Row extends object>(entity: EntityClass<object>, told: Told): Many<Row> {
  const { owner, order, where } = told;
  const load = (scope: Scope) =>
    scope.loader<string, Row[]>(`${entity.name} by ${owner}`, async (ids) => {
      const metadata = scope.database.orm.getMetadata();
      const property = columnsOf(metadata, entity).find(({ column }) => column === owner)?.property;
      const rows = await scope.rows<Row>(
        `select o.* from ${metadata.get(entity).tableName} o where o.county_code = $1 and o.${owner} = any($2::uuid[])${where ? ` and ${where}` : ''} order by ${order}`,
        [scope.county, ids],
      );
      const grouped = Map.groupBy(rows, (row) => row[property as keyof Row] as string);
      return ids.map((id) => grouped.get(id) ?? []);
    });
  return Object.assign(load, { entity, ...told });
}

/** Rows of one table that several fields name by their key: each is read once, for its loader. */
export interface Named {
  entity: EntityClass<object>;
  loader: (scope: Scope) => DataLoader<never, object | null>;
  key: string;
  /** By the field that names them, their keys in SQL: an array on the listed row `r`, or the column of a row `o` that is one of many beside it. */
  by: Readonly<Record<string, string>>;
}

/** What stands beside a row as JSON, under one name: rows as their loaders give them, each a list of its values. */
export const AGGREGATED = 'aggregated';
const NAMED = 'named';
export interface Joined {
  sql: string;
  /** A query by name, which it stands upon. */
  query?: string;
  columns: string[];
}

/** Of a thing's page, a field whose rows come along, and what is read of them. */
export interface Brought {
  field: string;
  many: Many;
  columns: readonly Column[];
}
export function broughtBy(metadata: MetadataStorage, field: string, many: Many, asked: Selection): Brought {
  const all = columnsOf(metadata, many.entity);
  return { field, many, columns: columnsFor(all, many, asked) ?? all };
}
/** Undefined where it takes whole rows to say. */
function columnsFor(all: readonly Column[], { needs }: Many, asked: Selection): Column[] | undefined {
  if (!needs || asked.size === 0) return undefined;
  const fields = [...asked.keys()].filter((field) => field !== '__typename');
  const wanted = fields.flatMap((field) => needs[field] ?? [field]);
  const found = all.filter(({ property }) => wanted.includes(property));
  return found.length === new Set(wanted).size ? found : undefined;
}
const listed = (columns: readonly Column[]) =>
  `json_build_array(${columns.map(({ column }) => `o.${column}`).join(', ')})`;

/** Joins to each listed row its own many rows of these fields, and what they and it name. */
export function joinsOf(
  metadata: MetadataStorage,
  brought: readonly Brought[],
  { named, asked }: { named: Named | undefined; asked: (field: string) => boolean },
): Joined[] {
  const naming = named ? Object.keys(named.by).filter(asked) : [];
  const joins = brought.map(({ field, columns, many: { entity, owner, order, where } }) => {
    const keys = naming.includes(field) ? `, array_agg(${named?.by[field]}) as keys` : '';
    const rows = `coalesce(json_agg(${listed(columns)} order by ${order}), '[]') as rows`;
    const from = `${metadata.get(entity).tableName} o where o.county_code = r.county_code and o.${owner} = r.id`;
    return joined(field, `select ${rows}${keys} from ${from}${where ? ` and ${where}` : ''}`);
  });
  if (named && naming.length > 0) {
    const isMany = (field: string) => brought.some((one) => one.field === field);
    const keys = naming.map((field) => (isMany(field) ? `"${field}".keys` : named.by[field])).join(' || ');
    const from = `${metadata.get(named.entity).tableName} o where o.county_code = r.county_code`;
    const rows = `coalesce(json_agg(${listed(columnsOf(metadata, named.entity))}), '[]') as rows`;
    joins.push(joined(NAMED, `select ${rows} from ${from} and o.${named.key} = any(${keys})`));
  }
  return joins;
}
const joined = (field: string, select: string): Joined => ({
  sql: `left join lateral (${select}) "${field}" on true`,
  columns: [`"${field}".rows as "${AGGREGATED}.${field}"`],
});

type Aggregated = Readonly<Record<string, unknown[][]>>;
/** Gives the rows beside a listed one to their loaders, which then ask nothing. */
export function fill(
  scope: Scope,
  { id, aggregated }: { id: string; aggregated: Aggregated },
  { brought, named }: { brought: readonly Brought[]; named: Named | undefined },
): void {
  for (const { field, many, columns } of brought) many(scope).prime(id, revived(columns, aggregated[field]));
  if (!named || !aggregated[NAMED]) return;
  const columns = columnsOf(scope.database.orm.getMetadata(), named.entity);
  const [loader, rows] = [named.loader(scope), revived(columns, aggregated[NAMED])];
  for (const row of rows) loader.prime((row as Record<string, never>)[named.key] as never, row);
}

/** As `scope.rows` would have given them: JSON writes an instant as text, and everything else as the driver reads it. */
function revived(columns: readonly Column[], rows: readonly unknown[][] = []): object[] {
  return rows.map((values) => {
    const made: Record<string, unknown> = {};
    for (const [i, { property, isInstant }] of columns.entries()) {
      const value = values[i] ?? null;
      made[property] = isInstant && value !== null ? new Date(value as string) : value;
    }
    return made;
  });
}
