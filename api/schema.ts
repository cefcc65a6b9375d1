import { NOUNS } from '@lxq/schema/nouns.ts';
import type { Role } from '@lxq/schema/roles.ts';
import { guardNames, type Transition } from '@lxq/schema/transitions.ts';
import {
  assertValidSchema,
  defaultFieldResolver,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { type AuthCheckerFn, buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { nouns } from './nouns.ts';
import { InstantScalar } from './platform/contract/graphql.ts';
import { type Bounding, listsBounded } from './platform/contract/input-lists.ts';
import { withSoundTexts } from './platform/contract/texts.ts';
import { answerOf, answersOf } from './platform/lists/listing.ts';
import { ChangeResolver } from './platform/live/change.resolver.ts';
import { registerFrames } from './platform/live/frames.ts';
import { registerMeasuring } from './platform/measuring/measure.ts';
import { registerPrices } from './platform/operation/prices.ts';
import { registerPrograms } from './platform/operation/programs.ts';
import { registerAttended } from './platform/presence/attended.ts';
import { PresenceResolver } from './platform/presence/presence.resolver.ts';
import type { Scope } from './platform/scope/scope.ts';

/** Every resolver of the contract. */
const resolvers = [...nouns.flatMap((noun) => noun.resolvers ?? []), ChangeResolver, PresenceResolver] as const;

registerFrames(nouns.flatMap(({ frame }) => frame ?? []));
registerMeasuring(nouns.flatMap(({ measuring }) => measuring ?? []));
registerAttended(nouns.flatMap(({ attended }) => attended ?? []));
for (const { prices = {}, programs = {} } of nouns) {
  registerPrices(prices);
  registerPrograms(programs);
}

/** The first gate: the role, before a statement is sent. Not signed in and not allowed are told apart. */
const authChecker: AuthCheckerFn<Scope, Role> = ({ context }, roles) => {
  if (roles.length) context.allow(...roles);
  return context.rights !== null;
};

let built: GraphQLSchema | undefined;
/** The contract as the code makes it; schema/schema.graphql is its committed print. */
export function contract(): GraphQLSchema {
  if (built) return built;
  built = withDeedsTold(
    withSoundTexts(
      withRowsCounted(
        buildSchemaSync({
          resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
          authChecker,
          skipCheck: true, // its introspection takes longer than all else here; what it would find is asserted below
          validate: false, // inputs are checked where their errors can name field and remedy
          scalarsMap: [{ type: Date, scalar: InstantScalar }],
          pubSub: {
            publish: () => {},
            subscribe: () => ({ [Symbol.asyncIterator]: () => [][Symbol.iterator]() as never }),
          }, // required; live/ delivers
        }),
      ),
    ),
  );
  assertValidSchema(built);
  // For compiled.ts: what listed rows answer by themselves.
  for (const [type, listing] of nouns.flatMap(({ listed = {} }) => Object.entries(listed)))
    Object.assign((built.getType(type) as GraphQLObjectType).extensions, { answers: answersOf(listing) });
  return built;
}

/** Each mutation says what its row of the machine does, and what is done by no mutation of its own, the change that it tells: so no row changes unseen. */
function withDeedsTold(schema: GraphQLSchema): GraphQLSchema {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const changes = schema.getType('ChangeKind') as GraphQLEnumType;
  for (const row of Object.values(NOUNS).flatMap(
    ({ machine }) => Object.values(machine) as Transition<string, never>[],
  )) {
    const fields = [row.mutation, row.many].flatMap((name) => (name ? (mutations[name] ?? []) : []));
    const change = fields.length ? null : changes.getValue(row.tells ?? '');
    for (const told of [...fields, ...(change ? [change] : [])])
      told.description = [told.description, sentenceOf(row)].filter(Boolean).join('\n\n');
  }
  return schema;
}

/** `SUBMITTED, URGENT → WITHDRAWN by OFFICER: byItsAuthor`, the guards last. */
function sentenceOf(row: Transition<string, never>): string {
  const { from, to, leads, by, tells } = row;
  const names = guardNames(row);
  const where = `${from.join(', ')} → ${to}${leads ? ' or as it stood' : ''} by ${by.join(', ')}`;
  return `${where}${names.length ? `: ${names.join(', ')}` : ''}${tells ? `; tells ${tells}` : ''}`;
}

/** Every list of things counts against the operation's rows before what it holds is resolved. */
function withRowsCounted(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve = guarded(field);
  }
  return schema;
}

function guarded(field: GraphQLField<unknown, Scope>): Resolve | undefined {
  let { resolve } = field;
  const bound = listsBounded(field.args);
  if (isListOfThings(field.type)) resolve = counting(resolve ?? defaultFieldResolver);
  if (bound && resolve) resolve = bounding(resolve, bound);
  return resolve && rejecting(listedFirst(field.name, resolve));
}

/** Numbers and words belong to the thing that lists them. */
const isListOfThings = (type: GraphQLOutputType): boolean =>
  isListType(getNullableType(type)) && !isLeafType(getNamedType(type));

type Resolve = GraphQLFieldResolver<unknown, Scope>;

const counting =
  (resolve: Resolve): Resolve =>
  (source, args, scope, info) => {
    scope.spend(0); // nothing more is begun once the rows are used up
    const counted = (list: unknown) => {
      if (Array.isArray(list)) scope.spend(list.length);
      return list;
    };
    const list = resolve(source, args, scope, info);
    return list instanceof Promise ? list.then(counted) : counted(list);
  };

/** Lists that are sent to us hold each value once, and no more than they may. */
const bounding =
  (resolve: Resolve, bound: Bounding): Resolve =>
  (source, args, scope, info) =>
    resolve(source, bound(args), scope, info);

/** What the list's row answers by itself (listing.ts) needs no resolving. */
const listedFirst =
  (name: string, resolve: Resolve): Resolve =>
  (source, args, scope, info) => {
    const answer = answerOf(source, name);
    return answer === undefined ? resolve(source, args, scope, info) : answer;
  };

/** An error thrown at once would leave the promises of earlier rows without anybody who hears of their failure, which ends the process. */
const rejecting =
  (resolve: Resolve): Resolve =>
  (source, args, scope, info) => {
    try {
      return resolve(source, args, scope, info);
    } catch (error) {
      return Promise.reject(error);
    }
  };
