import { type DocumentNode, type ExecutionResult, execute } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Operation } from './operation.ts';
import type { Scope } from './scope.ts';

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
  if (compiled) return compiled.query(rootValue, scope, variables ?? {}) as Promise<ExecutionResult>;
  return (await execute({ ...rest, rootValue, variableValues: variables, contextValue: scope })) as ExecutionResult;
}

function compiledOf({ schema, document, operationName }: Operation): CompiledQuery | undefined {
  const ofDocument = uses.get(document) ?? new Map<string, Use>();
  uses.set(document, ofDocument);
  const use = ofDocument.get(operationName ?? '') ?? { times: 0 };
  ofDocument.set(operationName ?? '', use);
  if (++use.times === WORTH_COMPILING) {
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    if (isCompiledQuery(compiled)) use.compiled = compiled;
  }
  return use.compiled;
}
