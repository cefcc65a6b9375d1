import {
  deedsOf,
  isDoneBy,
  isOffered,
  startsFrom,
  type Transition,
  type Unmet,
  unmetOf,
  viewerCan,
  WORDS,
} from '@lxq/schema/transitions.ts';
import type { GraphQLScalarType } from 'graphql';
import { Arg, Authorized, type ClassType, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { checkReason } from '../contract/reasons.ts';
import type { Scope } from '../scope/scope.ts';
import { carry, type Noun, type Thing } from './noun.ts';

/** What a mutation of a deed is given. */
export interface Given {
  id: string;
  /** The version on the caller's screen; null in a deed on many, or one that looks at the thing as it is. */
  version: number | null;
  /** Checked; empty where the deed asks for none. */
  words: string;
}
/** … by a deed whose screen always says which version it shows. */
export type Versioned = Pick<Given, 'id'> & { version: number };
type Way<Row> = (scope: Scope, given: Given) => Promise<Row>;

type Asked<Told> = ClassType<Told & object> | GraphQLScalarType | [GraphQLScalarType] | { [word: string]: Told };
/** A deed that asks for more than words: its third argument, and who does it. */
interface Asking<Row> {
  argument: string;
  type: () => object;
  // biome-ignore lint/suspicious/noExplicitAny: `asking` has compared it with the type
  way: (scope: Scope, given: Versioned, told: any) => Promise<Row>;
}
export const asking = <Row, Told>(
  argument: string,
  type: () => Asked<Told>,
  way: (scope: Scope, given: Versioned, told: Told) => Promise<Row>,
): Asking<Row> => ({ argument, type, way });

interface Derived<Row, Deed extends string> {
  /** Deeds with more to do than their row of the machine and `changes` say. */
  ways?: Partial<Record<Deed, Way<Row>>>;
  /** Deeds that ask for more than words; one that asks for two things is written by hand. */
  more?: Partial<Record<Deed, Asking<Row>>>;
  /** What else a deed sets beside the state. */
  changes?: Partial<Record<Deed, (scope: Scope, row: Row, words: string) => Partial<Row> | Promise<Partial<Row>>>>;
  /** The type that a deed on many answers for each, and who does it. */
  many?: { type: () => ClassType; each: (scope: Scope, ids: string[], work: (id: string) => Promise<Row>) => unknown };
  /** The field that says whether the viewer may, where it is not called by the deed. */
  field?: (deed: Deed) => string;
}

/** The mutations and `viewerCan…` fields of a noun, as its machine has them. */
export function deedResolver<Row extends Thing<State>, Deed extends string, State extends string, Facts>(
  noun: Noun<Row, Deed, State, Facts>,
  { ways = {}, more = {}, changes = {}, many, field = viewerCan }: Derived<Row, NoInfer<Deed>> = {},
): new () => object {
  class DeedResolver {}
  Resolver(() => noun.entity)(DeedResolver);
  const plainly =
    (deed: Deed): Way<Row> =>
    (scope, { id, version, words }) =>
      carry(scope, noun, deed, {
        id,
        version,
        note: words || null,
        change: (row) => changes[deed]?.(scope, row, words) ?? {},
      });
  for (const deed of deedsOf(noun.machine).filter((name) => isOffered(noun.machine[name]))) {
    const row = noun.machine[deed];
    const way = ways[deed] ?? plainly(deed);
    define(DeedResolver, field(deed), [FieldResolver(() => Boolean)], [Root(), Ctx()], (thing: Row, scope: Scope) =>
      mayBy(noun, deed, thing, scope),
    );
    const asked = more[deed];
    if (asked) defineAsking(DeedResolver, noun.entity, row, asked);
    if (row.asksMore) continue;
    if (row.mutation) defineOne(DeedResolver, noun.entity, row, way);
    if (row.many && many)
      defineMany(
        DeedResolver,
        row,
        (scope, ids, words) => many.each(scope, ids, (id) => way(scope, { id, version: null, words })),
        many.type,
      );
  }
  return DeedResolver;
}

/**
 * Without waiting where the guards have all they look at, and without asking for facts where role or state already refuse: lists ask this of each row a dozen
 * times.
 */
function mayBy<Row extends Thing<State>, Deed extends string, State extends string, Facts>(
  noun: Noun<Row, Deed, State, Facts>,
  deed: Deed,
  row: Row,
  scope: Scope,
): boolean | Promise<boolean> {
  const transition = noun.machine[deed];
  if (!isDoneBy(transition, scope.rights.role) || !startsFrom(transition, row.state)) return false;
  const isFree = (missing: readonly Unmet[]) => missing.length === 0;
  const judge = (facts: Facts & { state: State }) => isFree(unmetOf(noun.machine, deed, facts, scope.rights));
  const facts = noun.facts(scope, deed, row);
  return facts instanceof Promise ? facts.then(judge) : judge(facts);
}

type Row = Transition<string, never>;
const wordsOf = ({ asks, words = WORDS }: Row, text: string | undefined) =>
  asks ? checkReason(asks, text ?? '', words) : '';

function defineOne(target: new () => object, entity: unknown, row: Row, way: Way<unknown>): void {
  const args = [Ctx(), Arg('id', () => ID)];
  if (!row.isUnversioned) args.push(Arg('version', () => Int));
  if (row.asks) args.push(Arg(row.asks, () => String));
  const mutation = Mutation(() => entity as ClassType, { description: row.says });
  define(
    target,
    row.mutation as string,
    [Authorized(...row.by), mutation],
    args,
    (scope: Scope, id: string, ...rest: unknown[]) => {
      const version = row.isUnversioned ? null : (rest.shift() as number);
      return way(scope, { id, version, words: wordsOf(row, rest[0] as string) });
    },
  );
}

function defineAsking(
  target: new () => object,
  entity: unknown,
  row: Row,
  { argument, type, way }: Asking<unknown>,
): void {
  const mutation = Mutation(() => entity as ClassType, { description: row.says });
  define(
    target,
    row.mutation as string,
    [Authorized(...row.by), mutation],
    [Ctx(), Arg('id', () => ID), Arg('version', () => Int), Arg(argument, type as () => ClassType)],
    (scope: Scope, id: string, version: number, told: unknown) => way(scope, { id, version }, told),
  );
}

function defineMany(
  target: new () => object,
  row: Row,
  work: (scope: Scope, ids: string[], words: string) => unknown,
  type: () => ClassType,
): void {
  const args = [Ctx(), Arg('ids', () => [ID])];
  if (row.asks) args.push(Arg(row.asks, () => String));
  const mutation = Mutation(() => [type()], { description: row.mutation ? undefined : row.says });
  define(
    target,
    row.many as string,
    [Authorized(...row.by), mutation],
    args,
    (scope: Scope, ids: string[], text?: string) => work(scope, ids, wordsOf(row, text)),
  );
}

/** A method as if it were written with its decorators. */
function define(
  target: new () => object,
  name: string,
  decorators: readonly unknown[],
  args: readonly ReturnType<typeof Arg>[],
  // biome-ignore lint/suspicious/noExplicitAny: each method has its own arguments
  method: (...given: any[]) => unknown,
): void {
  Object.defineProperty(target.prototype, name, { value: method, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, name) as PropertyDescriptor;
  for (const [at, arg] of args.entries()) arg(target.prototype, name, at);
  for (const decorate of decorators) (decorate as MethodDecorator)(target.prototype, name, descriptor);
}
