import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isObjectType,
  lexicographicSortSchema,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { isListed } from './listing.ts';
import type { Operation } from './operation.ts';
import type { Scope } from './scope.ts';

/** Compiling costs as much as many executions: what comes once or twice is not worth it, nor may it be used to wear us out. */
const WORTH_COMPILING = 3;

interface Use {
  times: number;
  compiled?: CompiledQuery;
  /** It is compiled for listed rows alone, and other rows are refused. */
  isForLists?: boolean;
}
/** Apollo keeps an app's documents parsed; what is compiled goes with its document. */
const uses = new WeakMap<DocumentNode, Map<string, Use>>();

/** Executes a query: interpreted the first times, compiled from then on. The answer is the same. */
export async function executeQuery(operation: Operation, scope: Scope): Promise<ExecutionResult> {
  const { variables, rootValue, ...rest } = operation;
  const use = useOf(operation);
  if (++use.times === WORTH_COMPILING) compile(use, operation, true);
  if (!use.compiled)
    return (await execute({ ...rest, rootValue, variableValues: variables, contextValue: scope })) as ExecutionResult;
  const result = (await use.compiled.query(rootValue, scope, variables ?? {})) as ExecutionResult;
  if (!use.isForLists || !result.errors?.some(({ message }) => REFUSED.test(message))) return result;
  compile(use, operation, false);
  return executeQuery(operation, scope);
}

function useOf({ document, operationName }: Operation): Use {
  const ofDocument = uses.get(document) ?? new Map<string, Use>();
  uses.set(document, ofDocument);
  const use = ofDocument.get(operationName ?? '') ?? { times: 0 };
  ofDocument.set(operationName ?? '', use);
  return use;
}

function compile(use: Use, { schema, document, operationName }: Operation, isForLists: boolean): void {
  const compiled = compileQuery(isForLists ? forLists(schema) : schema, document, operationName ?? undefined);
  use.compiled = isCompiledQuery(compiled) ? compiled : undefined;
  use.isForLists = isForLists;
}

/** What graphql-jit, like graphql-js, says of a row that `isTypeOf` does not know. */
const REFUSED = /^Expected value of type "\w+" but got/;

const made = new WeakMap<GraphQLSchema, GraphQLSchema>();
/**
 * The contract without resolvers for what listed rows answer by themselves (listing.ts): such a field is read as it is, where a
 * resolver costs a dozen objects for each row and field.
 */
function forLists(schema: GraphQLSchema): GraphQLSchema {
  const known = made.get(schema);
  if (known) return known;
  const copy = lexicographicSortSchema(schema); // the one copy of all types that graphql-js makes
  for (const type of Object.values(copy.getTypeMap())) {
    const answers = type.extensions.answers as readonly string[] | undefined;
    if (!answers || !isObjectType(type)) continue;
    type.isTypeOf = isListed;
    for (const [name, field] of Object.entries(type.getFields())) if (answers.includes(name)) field.resolve = undefined;
  }
  made.set(schema, copy);
  return copy;
}
