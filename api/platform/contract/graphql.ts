import { dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { type ClassType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { badInput } from './errors.ts';

/** A closed set of words as a GraphQL enum. */
export function enumOf<Word extends string>(name: string, words: readonly Word[]): { [W in Word]: W } {
  const members = Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };
  registerEnumType(members, { name });
  return members;
}

const { first: firstDay, last: lastDay } = LIMITS.days;
/** Scalars speak before anybody knows the reader's language. */
const outOfDays = (value: unknown) =>
  new GraphQLError(`${value}：日期应在 ${firstDay} 至 ${lastDay} 之间 (between ${firstDay} and ${lastDay}, please)`);

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** JavaScript takes 31 February for a day in March. */
const isDay = (text: string) => new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8));
const day = (value: unknown): string => {
  if (typeof value !== 'string' || !DAY.test(value) || !isDay(value))
    throw new GraphQLError('A day looks like 2026-03-10');
  return value;
};
const givenDay = (value: unknown): string => {
  const given = day(value);
  if (given < firstDay || given > lastDay) throw outOfDays(given);
  return given;
};

/** A calendar day in Asia/Shanghai, YYYY-MM-DD; a string on both sides. */
export const DayScalar = new GraphQLScalarType({
  name: 'Date',
  description: `A calendar day in Asia/Shanghai, YYYY-MM-DD; as an input from ${firstDay} to ${lastDay}.`,
  serialize: day,
  parseValue: givenDay,
  parseLiteral: (node) => givenDay(node.kind === Kind.STRING ? node.value : null),
});

const givenInstant = (instant: Date): Date => {
  const given = dayOf(instant);
  if (given.length !== 10 || given < firstDay || given > lastDay) throw outOfDays(instant.toISOString());
  return instant;
};
export const InstantScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  parseValue: (value) => givenInstant(GraphQLDateTime.parseValue(value)),
  parseLiteral: (node) => givenInstant(GraphQLDateTime.parseLiteral(node)),
});
export const CursorScalar = new GraphQLScalarType({
  name: 'Cursor',
  description: 'A place in the event log: epoch and number. Opaque; kept by the client and sent back as `after`.',
});
export const jsonScalar = (name: string, description: string) =>
  new GraphQLScalarType({ ...GraphQLJSON.toConfig(), name, description, specifiedByURL: undefined });

/**
 * For every object type: what a row holds is read as it is. Without it a function of type-graphql's stands around each value, which
 * costs a list more than its SQL. Who may see a field is said on a @FieldResolver: on a plain @Field it would not be asked.
 */
export const PLAIN = { simpleResolvers: true } as const;

@ObjectType(PLAIN)
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}
export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  totalCount?: number;
}

/** The connection types of a node: keyset cursors, `first` at most LIMITS.page.max. */
export function connectionType(
  name: string,
  node: () => ClassType,
  options: { counted?: boolean } = {},
): ClassType<Connection<never>> {
  @ObjectType(`${name}Edge`, PLAIN)
  class EdgeType {
    @Field(() => String) cursor!: string;
    @Field(node) node!: never;
  }
  @ObjectType(`${name}Connection`, PLAIN)
  class ConnectionType {
    @Field(() => [EdgeType]) edges!: Edge<never>[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  if (options.counted) Field(() => Int)(ConnectionType.prototype, 'totalCount');
  return ConnectionType;
}

/** How many lie in one of a list's trays. */
export interface TrayCount<Tray extends string> {
  tray: Tray;
  count: number;
}
export function trayCountType<Tray extends string>(name: string, trays: object): ClassType<TrayCount<Tray>> {
  @ObjectType(`${name}TrayCount`, PLAIN)
  class TrayCountType {
    @Field(() => trays) tray!: Tray;
    @Field(() => Int) count!: number;
  }
  return TrayCountType;
}

/** A keyset cursor: the sort key of a row, opaque to the client. */
export const encodeCursor = (key: readonly unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
export function decodeCursor(cursor: string | null | undefined, length: number): unknown[] | null {
  if (!cursor) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length && key.every((part) => ['string', 'number'].includes(typeof part)))
      return key;
  } catch {
    // falls through to the same refusal as any other cursor that we did not make
  }
  throw badInput('after', '翻页位置无效，请从头加载', 'This cursor is not one of ours; start from the first page');
}

export function pageSize(first: number): number {
  const { max } = LIMITS.page;
  if (first < 1 || first > max) throw badInput('first', `每页 1 到 ${max} 条`, `Ask for 1 to ${max} rows`);
  return first;
}

/** What to fetch for a page: literal limits in few sizes keep the prepared plans; a parameter would lose them. */
export const pageBucket = (first: number): number =>
  [21, 51, 101, LIMITS.page.max + 1].find((size) => size > first) ?? LIMITS.page.max + 1;

/** Most lists ask for the last cursor alone. */
class RowEdge<Node> implements Edge<Node> {
  readonly node: Node;
  private readonly keyOf: (row: Node) => readonly unknown[];
  constructor(node: Node, keyOf: (row: Node) => readonly unknown[]) {
    this.node = node;
    this.keyOf = keyOf;
  }
  get cursor(): string {
    return encodeCursor(this.keyOf(this.node));
  }
}

/** Rows fetched with one more than `first`, as a connection. */
export function connection<Node>(
  rows: Node[],
  first: number,
  keyOf: (row: Node) => readonly unknown[],
): Connection<Node> {
  const edges = rows.slice(0, first).map((node) => new RowEdge(node, keyOf));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
