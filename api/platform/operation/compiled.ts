import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  lexicographicSortSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { isListed } from '../lists/listing.ts';
import type { Scope } from '../scope/scope.ts';
import type { Operation } from './asked.ts';

/** Compiling costs as much as many executions: what comes once or twice is not worth it, nor may it be used to wear us out. */
const WORTH_COMPILING = 3;

interface Use {
  times: number;
  compiled?: CompiledQuery;
}
/** Apollo keeps an app's documents parsed; what is compiled goes with its document. */
const uses = new WeakMap<DocumentNode, Map<string, Use>>();

/** Executes a query: interpreted the first times, compiled from then on. The answer is the same. */
export async function executeQuery(operation: Operation, scope: Scope): Promise<ExecutionResult> {
  const { variables, rootValue, ...rest } = operation;
  const compiled = compiledOf(operation);
  if (compiled) {
    const result = (await compiled.query(rootValue, scope, variables ?? {})) as ExecutionResult;
    if (result.data !== undefined) return result; // else its variables were refused, which the interpreter has the words for
  }
  return (await execute({ ...rest, rootValue, variableValues: variables, contextValue: scope })) as ExecutionResult;
}

function compiledOf({ schema, document, operationName }: Operation): CompiledQuery | undefined {
  const ofDocument = uses.get(document) ?? new Map<string, Use>();
  uses.set(document, ofDocument);
  const use = ofDocument.get(operationName ?? '') ?? { times: 0 };
  ofDocument.set(operationName ?? '', use);
  if (++use.times === WORTH_COMPILING) {
    const contract = asksForLists(schema, document) ? forLists(schema) : schema;
    const compiled = compileQuery(contract, document, operationName ?? undefined);
    if (isCompiledQuery(compiled)) use.compiled = compiled;
  }
  return use.compiled;
}

/**
 * Whether things that a listing completes (listing.ts) are asked for, and nowhere but as the nodes of lists that a listing reads:
 * the fields that say so of themselves by `LISTED`.
 */
function asksForLists(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let [listed, others] = [0, 0];
  const Field = ({ name }: { name: { value: string } }) => {
    const type = getNamedType(types.getType());
    if (name.value.startsWith('__') && name.value !== '__typename')
      others++; // the copy has another order
    else if (!type) return;
    else if (nodeOf(type) && answersOf(nodeOf(type)) && !types.getFieldDef()?.extensions.isListed) others++;
    else if (!answersOf(type)) return;
    else if (name.value === 'node' && types.getParentType()?.name.endsWith('Edge')) listed++;
    else others++;
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return listed > 0 && others === 0;
}
const answersOf = (type: GraphQLNamedType | undefined) => type?.extensions.answers as readonly string[] | undefined;

/** What a connection lists. */
function nodeOf(connection: GraphQLNamedType): GraphQLNamedType | undefined {
  const edges = isObjectType(connection) && connection.name.endsWith('Connection') && connection.getFields().edges;
  const edge = edges && getNamedType(edges.type);
  const node = edge && isObjectType(edge) && edge.getFields().node;
  return node ? getNamedType(node.type) : undefined;
}

const made = new WeakMap<GraphQLSchema, GraphQLSchema>();
/**
 * The contract without resolvers for what listed rows answer by themselves: such a field is read as it is, where a resolver costs
 * a dozen objects for each row and field. A row that no listing brought is an error.
 */
function forLists(schema: GraphQLSchema): GraphQLSchema {
  const known = made.get(schema);
  if (known) return known;
  const copy = lexicographicSortSchema(schema); // the one copy of all types that graphql-js makes
  for (const type of Object.values(copy.getTypeMap())) {
    const answers = answersOf(type);
    if (!answers || !isObjectType(type)) continue;
    type.isTypeOf = isListed;
    for (const [name, field] of Object.entries(type.getFields())) if (answers.includes(name)) field.resolve = undefined;
  }
  made.set(schema, copy);
  return copy;
}
