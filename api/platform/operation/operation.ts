import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError, getOperationAST } from 'graphql';
import type { Logger } from 'pino';
import { outside } from '../contract/errors.ts';
import { noteOperation } from '../process/watchdog.ts';
import type { Scope } from '../scope/scope.ts';
import { RightsChanged } from '../scope/transaction.ts';
import type { Operation } from './asked.ts';
import { executeQuery } from './compiled.ts';
import { checkCost } from './cost.ts';
import { checkIntrospection, introspected } from './introspection.ts';
import { checkProgram, isProgram, mostOf, noteProgram, withCost } from './programs.ts';

/**
 * Runs one operation in one transaction, whatever the transport: a mutation with any error is undone as a whole and answers
 * `data: null`; what it wrote is on disk before its answer leaves. Throws RightsChanged, with nothing done, when the session gives
 * other rights than the scope was opened with.
 */
export async function runOperation(operation: Operation, scope: Scope, log: Logger): Promise<ExecutionResult> {
  noteOperation(operation.document);
  try {
    checkProgram(operation, scope);
    checkCost(operation, mostOf(scope));
    checkIntrospection(operation, scope);
  } catch (error) {
    if (isProgram(scope)) await confirmed([], scope); // what was only remembered of a token refuses nobody
    return withCost(operation, scope, { errors: masked([error], scope, log) });
  }
  if (scope.isSignedIn) noteProgram(scope.database, scope.rights);
  return withCost(operation, scope, await carriedOut(operation, scope, log));
}

async function carriedOut(operation: Operation, scope: Scope, log: Logger): Promise<ExecutionResult> {
  const { document, operationName } = operation;
  const isMutation = getOperationAST(document, operationName)?.operation === 'mutation';
  scope.isReadOnly = !isMutation;
  const result = isMutation
    ? await executeMutation(operation, scope)
    : (introspected(operation) ?? (await executeQuery(operation, scope)));
  const errors = [...(result.errors ?? [])];
  await confirmed(errors, scope);
  try {
    await scope.end(errors.length ? 'rollback' : 'commit');
  } catch (error) {
    errors.push(error as GraphQLError); // masked below like the others, and only once
    return { data: null, errors: masked(errors, scope, log) };
  }
  if (!errors.length) return result;
  return { ...result, data: isMutation ? null : result.data, errors: masked(errors, scope, log) };
}

const executeMutation = async ({ variables, ...operation }: Operation, scope: Scope) =>
  (await execute({ ...operation, variableValues: variables, contextValue: scope })) as ExecutionResult;

/** Also what was answered without reading a row stands on today's rights. */
async function confirmed(errors: readonly GraphQLError[], scope: Scope): Promise<void> {
  try {
    if (errors.some(({ originalError }) => originalError instanceof RightsChanged)) throw new RightsChanged();
    await scope.confirm();
  } catch (error) {
    await scope.end('rollback').catch(() => {}); // its connections go back, whatever became of them
    throw error;
  }
}

const masked = (errors: readonly unknown[], scope: Scope, log: Logger) =>
  errors.map((error) =>
    outside(error, scope.caller.language, (cause) => log.error({ err: cause }, 'an operation failed')),
  );

/** Executes one document once for each root value, all in one scope and side by side, so that what they load is loaded together: how events become frames. */
export async function runAll(
  args: ExecutionArgs,
  roots: readonly unknown[],
  scope: Scope,
  log: Logger,
): Promise<ExecutionResult[]> {
  try {
    const results = await Promise.all(roots.map((rootValue) => execute({ ...args, rootValue, contextValue: scope })));
    return results.map(({ data, errors }) =>
      errors?.length ? { data, errors: masked(errors, scope, log) } : { data },
    );
  } finally {
    await scope.end('commit');
  }
}
