import { LIMITS } from '@lxq/schema/limits.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { badInput } from '../contract/errors.ts';
import { DEFAULT, type Price, priceOf } from './prices.ts';

type Variables = Readonly<Record<string, unknown>>;
type Size = (variables: Variables) => number;
/** What is the same for all variables, and what is read so many times as variables say. */
interface Cost {
  fixed: number;
  varying: readonly { size: Size; each: Cost }[];
}
export interface Priced {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null;
  variables?: Variables | null;
}

/** Refuses an operation before it runs when it could read more than one may: names the cost and the limit. */
export function checkCost(asked: Priced, most: number = SERVER_LIMITS.operation.cost): void {
  const cost = costOf(asked);
  if (cost > most)
    throw badInput(
      'query',
      `这次查询的开销为 ${cost}，上限为 ${most}，请减少条数、层级或别名`,
      `This operation costs ${cost} of at most ${most}; ask for fewer rows, levels or aliases`,
    );
}

/** Of a document that passed validation: about how many rows it reads where everything is as long as it may be. */
export function costOf({ schema, document, operationName, variables }: Priced): number {
  const operation = getOperationAST(document, operationName);
  if (!operation) return 0; // execution says so
  const kept = known.get(operation) ?? new Pricing(schema, document, operation).cost();
  known.set(operation, kept);
  return Math.ceil(sum(kept, variables ?? {}));
}
/** Worked out once an operation: documents are kept once parsed. */
const known = new WeakMap<OperationDefinitionNode, Cost>();

const sum = ({ fixed, varying }: Cost, variables: Variables): number =>
  varying.reduce((total, { size, each }) => total + size(variables) * sum(each, variables), fixed);

const plus = (a: Cost, b: Cost): Cost => ({ fixed: a.fixed + b.fixed, varying: [...a.varying, ...b.varying] });
function times(size: Size | number, each: Cost): Cost {
  if (typeof size === 'function') return { fixed: 0, varying: [{ size, each }] };
  return { fixed: size * each.fixed, varying: each.varying.length ? [{ size: () => size, each }] : [] };
}
const NOTHING: Cost = { fixed: 0, varying: [] };

type Parent = GraphQLObjectType | GraphQLInterfaceType;

class Pricing {
  private readonly schema: GraphQLSchema;
  private readonly operation: OperationDefinitionNode;
  private readonly fragments: Map<string, SelectionSetNode & { on: string }>;
  /** What variables are that nobody gives. */
  private readonly standard: Variables;

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, operation: OperationDefinitionNode) {
    this.schema = schema;
    this.operation = operation;
    this.standard = Object.fromEntries(
      (operation.variableDefinitions ?? []).map((one) => [one.variable.name.value, literal(one.defaultValue)]),
    );
    this.fragments = new Map(
      definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION
          ? [[one.name.value, { ...one.selectionSet, on: one.typeCondition.name.value }]]
          : [],
      ),
    );
  }
  cost(): Cost {
    const root = this.schema.getRootType(this.operation.operation);
    return root ? this.selection(this.operation.selectionSet, root) : NOTHING;
  }

  private selection(set: SelectionSetNode, parent: GraphQLNamedType): Cost {
    return set.selections.reduce<Cost>((total, node) => {
      if (node.kind === Kind.FIELD) return plus(total, this.field(node, parent as Parent));
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : undefined;
      const on = node.kind === Kind.INLINE_FRAGMENT ? node.typeCondition?.name.value : fragment?.on;
      const below = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragment;
      return below ? plus(total, this.selection(below, (on && this.schema.getType(on)) || parent)) : total;
    }, NOTHING);
  }

  private field(node: FieldNode, parent: Parent): Cost {
    const field = fieldOf(parent, node.name.value);
    if (!field) return NOTHING; // __typename
    const isDeed = parent === this.schema.getMutationType();
    const price = priceOf(parent.name, field.name);
    const below = node.selectionSet ? this.selection(node.selectionSet, getNamedType(field.type)) : NOTHING;
    const thing = { fixed: isFree(parent, field) ? 0 : DEFAULT.object, varying: [] };
    const size = isDeed ? 1 : this.sizeOf(node, field, price);
    const held = node.selectionSet ? times(size, plus(thing, below)) : NOTHING;
    const filtered = times(this.argument(node, 'filter', wordsOf), { fixed: DEFAULT.filterWord, varying: [] });
    const itself = plus({ fixed: price.each ?? (isDeed ? DEFAULT.deed : 0), varying: [] }, filtered);
    const named = isDeed && field.args.find(isList);
    if (!named) return plus(itself, held);
    const done = this.lengthOf(node, named.name);
    return isList(field) ? times(done, plus(itself, held)) : plus(times(done, itself), held);
  }

  /** How many things a field holds: as many as `first` asks for, as its price says, or one. */
  private sizeOf(node: FieldNode, field: Field, { size }: Price): Size | number {
    const first = field.args.find(({ name }) => name === 'first');
    if (first) return this.argument(node, 'first', (value) => pageOf(value ?? first.defaultValue));
    return isList(field) && !isEdges(field) ? (size ?? DEFAULT.list) : 1;
  }
  private lengthOf(node: FieldNode, argument: string): Size | number {
    return this.argument(node, argument, (value) => (Array.isArray(value) ? Math.min(value.length, LIMITS.bulk) : 1));
  }
  private argument(node: FieldNode, name: string, read: (value: unknown) => number): Size | number {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.OBJECT)
      return (variables) => read(valueFromASTUntyped(value, { ...this.standard, ...variables }));
    if (value?.kind !== Kind.VARIABLE) return read(literal(value));
    const { value: variable } = value.name;
    return (variables) => read(variables[variable] ?? this.standard[variable]);
  }
}

type Field = GraphQLField<unknown, unknown>;
function fieldOf(parent: Parent, name: string): Field | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return parent.getFields()[name];
}
const isList = ({ type }: Pick<Field, 'type'> | GraphQLArgument) => isListType(getNullableType(type));
/** What stands between a list's field and its rows. */
const isEdges = ({ type }: Field) => getNamedType(type).name.endsWith('Edge');
const isFree = (parent: Parent, field: Field) =>
  /Connection$|Edge$/.test(parent.name) || (getNamedType(field.type).name.startsWith('__') && !isList(field));

const literal = (node: ValueNode | undefined): unknown => (node ? valueFromASTUntyped(node) : undefined);
/** How many words the lists of a filter hold, each once; a list beyond its bound is refused by its own name (input-lists.ts). */
const wordsOf = (filter: unknown): number =>
  Object.values(filter ?? {}).reduce<number>((words, one) => words + (Array.isArray(one) ? distinct(one) : 0), 0);
const distinct = (words: readonly unknown[]) => Math.min(new Set(words).size, LIMITS.portfolio.topics);
/** What is no page is refused by the list itself. */
const pageOf = (value: unknown): number =>
  typeof value === 'number' ? Math.min(Math.max(value, 0), LIMITS.page.max) : 0;
