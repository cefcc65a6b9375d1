import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import type { Logger } from 'pino';
import { outside } from './errors.ts';
import type { Scope } from './scope.ts';

export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  rootValue?: unknown;
}

/**
 * Runs one operation in one transaction, whatever the transport: a mutation with any error is undone as a whole and answers
 * `data: null`; an answer leaves only after its commit is on disk.
 */
export async function runOperation(operation: Operation, scope: Scope, log: Logger): Promise<ExecutionResult> {
  const { schema, document, operationName, variables, rootValue } = operation;
  const isMutation = getOperationAST(document, operationName)?.operation === 'mutation';
  const result = (await execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue: scope,
    rootValue,
  })) as ExecutionResult;
  const errors = [...(result.errors ?? [])];
  try {
    await scope.end(errors.length ? 'rollback' : 'commit');
  } catch (error) {
    errors.push(error as GraphQLError); // masked below like the others, and only once
    return { data: null, errors: masked(errors, scope, log) };
  }
  if (!errors.length) return result;
  return { ...result, data: isMutation ? null : result.data, errors: masked(errors, scope, log) };
}

const masked = (errors: readonly unknown[], scope: Scope, log: Logger) =>
  errors.map((error) =>
    outside(error, scope.caller.language, (cause) => log.error({ err: cause }, 'an operation failed')),
  );

/** Executes one document once for each root value, all in one scope: how events become frames. */
export async function runAll(
  args: ExecutionArgs,
  roots: readonly unknown[],
  scope: Scope,
  log: Logger,
): Promise<ExecutionResult[]> {
  try {
    const results: ExecutionResult[] = [];
    for (const rootValue of roots) {
      const { data, errors } = (await execute({ ...args, rootValue, contextValue: scope })) as ExecutionResult;
      results.push(errors?.length ? { data, errors: masked(errors, scope, log) } : { data });
    }
    return results;
  } finally {
    await scope.end('commit');
  }
}
