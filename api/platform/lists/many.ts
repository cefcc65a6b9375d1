import type { EntityClass, MetadataStorage } from '@mikro-orm/core';
import type DataLoader from 'dataloader';
import type { Scope } from '../scope/scope.ts';
import { columnsOf } from './columns.ts';

/** Rows of another table that belong to a thing: a loader of them, which a listing may fill beside the thing itself, in one statement. */
export interface Many<Row extends object = object> {
  (scope: Scope): DataLoader<string, Row[] | null>;
  entity: EntityClass<object>;
  /** The column that says whose they are. */
  owner: string;
  /** In SQL, on `o`. */
  order: string;
  where?: string;
  /** What their fields are made of besides, which is asked for in the same turn. */
  goesWith?: (scope: Scope) => Promise<unknown>;
}
type Told = Pick<Many, 'owner' | 'order' | 'where' | 'goesWith'>;

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

/** What stands beside a row as JSON, under one name: whole rows, as their loaders give them. */
export const AGGREGATED = 'aggregated';
const NAMED = 'named';
interface Joined {
  sql: string;
  columns: string[];
}

/** Joins to each listed row its own many rows of these fields, and what they and it name. */
export function joinsOf(
  metadata: MetadataStorage,
  many: readonly (readonly [field: string, Many])[],
  { named, asked }: { named: Named | undefined; asked: (field: string) => boolean },
): Joined[] {
  const naming = named ? Object.keys(named.by).filter(asked) : [];
  const joins = many.map(([field, { entity, owner, order, where }]) => {
    const keys = naming.includes(field) ? `, array_agg(${named?.by[field]}) as keys` : '';
    const rows = `coalesce(json_agg(o order by ${order}), '[]') as rows`;
    const from = `${metadata.get(entity).tableName} o where o.county_code = r.county_code and o.${owner} = r.id`;
    return joined(field, `select ${rows}${keys} from ${from}${where ? ` and ${where}` : ''}`);
  });
  if (named && naming.length > 0) {
    const isMany = (field: string) => many.some(([one]) => one === field);
    const keys = naming.map((field) => (isMany(field) ? `"${field}".keys` : named.by[field])).join(' || ');
    const from = `${metadata.get(named.entity).tableName} o where o.county_code = r.county_code`;
    const rows = `coalesce(json_agg(o), '[]') as rows`;
    joins.push(joined(NAMED, `select ${rows} from ${from} and o.${named.key} = any(${keys})`));
  }
  return joins;
}
const joined = (field: string, select: string): Joined => ({
  sql: `left join lateral (${select}) "${field}" on true`,
  columns: [`"${field}".rows as "${AGGREGATED}.${field}"`],
});

type Aggregated = Readonly<Record<string, Record<string, unknown>[]>>;
/** Gives the rows beside a listed one to their loaders, which then ask nothing. */
export function fill(
  scope: Scope,
  { id, aggregated }: { id: string; aggregated: Aggregated },
  { many, named }: { many: readonly (readonly [field: string, Many])[]; named: Named | undefined },
): void {
  const metadata = scope.database.orm.getMetadata();
  for (const [field, loader] of many) loader(scope).prime(id, revived(metadata, loader.entity, aggregated[field]));
  if (!named || !aggregated[NAMED]) return;
  const [loader, rows] = [named.loader(scope), revived(metadata, named.entity, aggregated[NAMED])];
  for (const row of rows) loader.prime((row as Record<string, never>)[named.key] as never, row);
}

/** As `scope.rows` would have given them: JSON writes an instant as text, and everything else as the driver reads it. */
function revived(metadata: MetadataStorage, entity: EntityClass<object>, rows: Aggregated[string] = []): object[] {
  const columns = columnsOf(metadata, entity);
  return rows.map((row) => {
    const made: Record<string, unknown> = {};
    for (const { column, property, isInstant } of columns) {
      const value = row[column] ?? null;
      made[property] = isInstant && value !== null ? new Date(value as string) : value;
    }
    return made;
  });
}
