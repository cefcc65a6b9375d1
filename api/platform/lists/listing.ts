import type { EntityClass, MetadataStorage } from '@mikro-orm/core';
import type { Scope } from '../scope/scope.ts';
import { columnsOf } from './columns.ts';
import {
  AGGREGATED,
  type Brought,
  broughtBy,
  fill,
  type GoesWith,
  type Joined,
  joinsOf,
  type Many,
  type Named,
} from './many.ts';
import type { Selection } from './selection.ts';

/**
 * The read path of every list: one statement, its columns and joins chosen by what the operation asks for. The page is cut
 * before anything is joined to it, and row security speaks for every table by itself.
 */
export interface Listing<Row = object> {
  entity: EntityClass<Row>;
  /** Read of listed rows whatever is asked for: what cursors are made of. */
  keys?: readonly (keyof Row & string)[];
  /** Read of a row beside another whatever is asked for: a column that no row lacks tells a row from none. */
  present: keyof Row & string;
  /** What fields that are no columns of that name are made of. A field that stands nowhere gets the whole row. */
  needs?: Readonly<Record<string, Needs<Row>>>;
  /** Rows of other tables, by the field that shows them. */
  beside?: Record<string, Beside>;
  /** What its fields are made of besides, which is asked for in the same turn. */
  goesWith?: GoesWith;
  /** Rows of other tables that belong to it, by the field that shows them: they come along for their loaders. */
  many?: Readonly<Record<string, Many>>;
  /** What several of its fields name by a key. */
  named?: Named;
  /** Units take part in it: its page is read by a scope that is opened on it. */
  isMatter?: true;
  /** Numbers that are counted for each row of the page, in SQL. */
  counted?: Readonly<Record<string, string>>;
}
interface Needs<Row> {
  columns?: readonly (keyof Row & string)[];
  /** Rows beside that the field is made of, one or many. */
  beside?: readonly string[];
  /** Makes it once the row is there, with the rows beside as properties of it. */
  make?(row: Row, scope: Scope): unknown;
}
export interface Beside {
  // biome-ignore lint/suspicious/noExplicitAny: whatever rows it lists
  listing: Listing<any>;
  /** How the other row is found, in SQL; `r` is the listed row, `o` the other. At most one row may match. */
  on?: string;
  /** … or by one column of it, all rows of the page at once: their keys lie side by side in its index, and each alone would be looked up from the root. */
  together?: { key: string; by: string };
  /** Of many the first in this order, in SQL. */
  first?: string;
  /** Looked up row by row: where a policy narrows the other table, the planner would read all that the level may see instead. */
  oneByOne?: boolean;
  /** Columns of it that are read whatever is asked for. */
  also?: readonly string[];
}
/** Columns that both sides of every join compare. */
const COUNTY = 'county_code';

/** What is selected of the page, and around it when something stands beside its rows or is counted for them. */
interface Plan {
  page: string;
  /** `together`: queries by name for what is read for the whole page at once. */
  around?: { columns: string; joins: string; together: readonly string[] };
  /** Fields that the rows answer by themselves, besides their columns; some are made of a row first. */
  answered: ReadonlySet<string>;
  made: [string, Make][];
  brought: Brought[];
  named: Named | undefined;
}
type Make = (row: unknown, scope: Scope) => unknown;
const plans = new WeakMap<Selection, Map<Listing<never>, Plan>>();

/** `select … from <page> …`: `tail` is the page's where, order and limit, and names the listed table `r`; $1 is the county. */
export function statementOf<Row>(
  metadata: MetadataStorage,
  listing: Listing<Row>,
  selection: Selection,
  { from, tail, order }: { from?: string; tail: string; order: string },
): string {
  const plan = planOf(metadata, listing as Listing<never>, selection);
  const table = metadata.get(listing.entity).tableName;
  const page = `select ${plan.page} from ${from ?? `${table} r`} ${tail}`;
  if (!plan.around) return page;
  const { columns, joins, together } = plan.around;
  return together.length
    ? `with page as materialized (${page}), ${together.join(', ')} select ${columns} from page r ${joins} order by ${order}`
    : `select ${columns} from (${page}) r ${joins} order by ${order}`;
}

/** On a field that answers a connection: its rows come from `page` and from nowhere else. Documents are compiled by it (compiled.ts). */
export const LISTED = { isListed: true } as const;

/** A noun shows itself beside the rows of another, which does not know it. Before anything is listed. */
export function standsBeside<Row>(listing: Listing<Row>, field: string, beside: Beside): void {
  listing.beside = { ...listing.beside, [field]: beside };
}

const ANSWERED = Symbol('answered');
/** What the row answers to a field for which there is a resolver; undefined when it was not listed for an operation that asks for it. */
export const answerOf = (row: unknown, field: string): unknown =>
  isListed(row) && row[ANSWERED].has(field) ? row[field] : undefined;
/** Whether `statementOf` brought this row, and `complete` completed it. */
export const isListed = (row: unknown): row is Record<string, unknown> & { [ANSWERED]: ReadonlySet<string> } =>
  typeof row === 'object' && row !== null && ANSWERED in row;

/** Asks for what goes with the rows beside, in the same turn; whoever needs it hears of a failure. */
export function startWith<Row>(scope: Scope, listing: Listing<Row>, selection: Selection): void {
  const { brought } = planOf(scope.database.orm.getMetadata(), listing as Listing<never>, selection);
  listing.goesWith?.(scope, selection)?.catch(() => {});
  for (const { field, many } of brought) many.goesWith?.(scope, belowOf(selection, field))?.catch(() => {});
}
/** The rows of a page with what is made of each. */
export function complete<Row>(scope: Scope, listing: Listing<Row>, selection: Selection, rows: Row[]): Row[] {
  const plan = planOf(scope.database.orm.getMetadata(), listing as Listing<never>, selection);
  const { answered, made } = plan;
  for (const row of rows as Record<string | symbol, unknown>[]) {
    if (AGGREGATED in row) fill(scope, row as never, plan);
    for (const [field, make] of made) row[field] = make(row, scope);
    row[ANSWERED] = answered;
  }
  return rows;
}
/** Fields that rows of this listing answer when they are asked for. */
export const answersOf = <Row>({ beside = {}, counted = {}, needs = {} }: Listing<Row>): string[] => [
  ...Object.keys(beside),
  ...Object.keys(counted),
  ...Object.keys(needs).filter((field) => needs[field]?.make),
];

const NOTHING: Selection = new Map();
const belowOf = (selection: Selection, field: string): Selection => selection.get(field) ?? NOTHING;

function planOf(metadata: MetadataStorage, listing: Listing<never>, selection: Selection): Plan {
  const made = plans.get(selection) ?? new Map<Listing<never>, Plan>();
  plans.set(selection, made);
  const known = made.get(listing);
  if (known) return known;
  const { columns, fields, counts } = wanted(metadata, listing, listing.keys ?? [listing.present], selection);
  const brought = [...fields].flatMap((field) => {
    const many = listing.many?.[field];
    return many ? [broughtBy(metadata, field, many, belowOf(selection, field))] : [];
  });
  const joined = [
    ...[...fields].flatMap((field) => {
      const beside = listing.beside?.[field];
      return beside ? [joinOf(metadata, field, beside, belowOf(selection, field))] : [];
    }),
    ...joinsOf(metadata, brought, { named: listing.named, asked: (field) => selection.has(field) }),
  ];
  const joinedOn = joined.flatMap(({ sql }) => [...sql.matchAll(/\br\.(\w+)/g)].map((match) => match[1] as string));
  const own = (names: Iterable<string>) => [...new Set(names)].map((column) => `r.${column}`);
  const around = {
    columns: [...own(columns), ...counts, ...joined.flatMap((join) => join.columns)].join(', '),
    joins: joined.map(({ sql }) => sql).join(' '),
    together: joined.flatMap(({ query }) => query ?? []),
  };
  const asked = answersOf(listing).filter((field) => selection.has(field));
  const plan: Plan = {
    answered: new Set(asked),
    made: asked.flatMap((field) => {
      const make = listing.needs?.[field]?.make as Make | undefined;
      return make ? [[field, make] as [string, Make]] : [];
    }),
    brought,
    named: listing.named,
    page: own([...columns, ...(joined.length + counts.length ? [COUNTY] : []), ...joinedOn]).join(', '),
    ...(joined.length + counts.length > 0 && { around }),
  };
  made.set(listing, plan);
  return plan;
}

/** Columns of a listed row, and the fields whose rows stand beside it. */
function wanted(metadata: MetadataStorage, listing: Listing<never>, always: readonly string[], selection: Selection) {
  const columnOf = new Map(
    columnsOf(metadata, listing.entity).map(({ property, column }) => [property, column] as const),
  );
  const columns = new Set<string>();
  const fields = new Set<string>();
  const counts: string[] = [];
  const add = (property: string) => columns.add(columnOf.get(property) as string);
  always.forEach(add);
  for (const field of selection.keys()) {
    if (field === '__typename') continue;
    const told = toldOf(listing, field);
    told?.columns?.forEach(add);
    told?.beside?.forEach((one) => void fields.add(one));
    if (told?.count) counts.push(`${told.count} as "${field}"`);
    if (told) continue;
    if (columnOf.has(field)) add(field);
    else for (const column of columnOf.values()) columns.add(column);
  }
  return { columns, fields, counts };
}
interface Told extends Needs<never> {
  count?: string;
}
/** What a listing says of a field; undefined where it says nothing. */
function toldOf({ needs = {}, beside = {}, many = {}, counted = {} }: Listing<never>, field: string): Told | undefined {
  const [need, count] = [needs[field], counted[field]];
  const itself = field in beside || field in many ? [field] : [];
  if (!need && !count && itself.length === 0) return undefined;
  const columns = [...(need?.columns ?? []), ...(field in many ? ['id' as never] : [])];
  return { columns, beside: [...itself, ...(need?.beside ?? [])], ...(count && { count }) };
}

function joinOf(
  metadata: MetadataStorage,
  field: string,
  { listing, on, together, first, oneByOne, also = [] }: Beside,
  selection: Selection,
): Joined {
  const table = metadata.get(listing.entity).tableName;
  const { columns } = wanted(metadata, listing, [listing.present, ...also], selection);
  if (together) return { ...togetherOf(table, field, together, columns), columns: besideColumns(field, columns) };
  const condition = `o.${COUNTY} = r.${COUNTY} and ${on}`;
  const picked = [...columns].map((column) => `o.${column}`).join(', ');
  const order = first ? `order by ${first}` : '';
  const sql =
    first || oneByOne
      ? `left join lateral (select ${picked} from ${table} o where ${condition} ${order} limit 1) "${field}" on true`
      : `left join ${table} "${field}" on ${condition.replace(/\bo\./g, `"${field}".`)}`;
  return { sql, columns: besideColumns(field, columns) };
}
const besideColumns = (field: string, columns: Iterable<string>) =>
  [...columns].map((column) => `"${field}".${column} as "${field}.${column}"`);

/** Materialized, so that the planner does not look them up one by one. */
function togetherOf(table: string, field: string, { key, by }: { key: string; by: string }, columns: Iterable<string>) {
  const picked = [...new Set([key, ...columns])].map((column) => `o.${column}`).join(', ');
  const keys = `array(select ${by} from page r)`;
  const rows = `select ${picked} from ${table} o where o.${COUNTY} = $1 and o.${key} = any(${keys})`;
  return {
    query: `"${field}" as materialized (${rows})`,
    sql: `left join "${field}" on "${field}".${key} = ${by}`,
  };
}
