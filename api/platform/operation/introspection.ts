import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { unauthenticated } from '../contract/errors.ts';
import type { Scope } from '../scope/scope.ts';
import type { Operation } from './asked.ts';

interface Asking {
  /** About the contract, whether or not about anything else. */
  some: boolean;
  /** About nothing else, and the same for everybody. */
  only: boolean;
  answer?: ExecutionResult;
}
/** Documents are kept once parsed. */
const known = new WeakMap<OperationDefinitionNode, Asking>();

/** Nobody learns the contract from a server they cannot sign in to (decisions/0021); it is printed in schema/schema.graphql. */
export function checkIntrospection(operation: Operation, scope: Scope): void {
  if (!scope.isSignedIn && askingOf(operation)?.some) throw unauthenticated();
}

/** What an operation is answered that asks about the contract alone: made once a document, for it costs as much as many lists. */
export function introspected(operation: Operation): ExecutionResult | undefined {
  const asking = askingOf(operation);
  if (!asking?.only) return undefined;
  const { schema, document, operationName } = operation;
  asking.answer ??= executeSync({ schema, document, operationName });
  return asking.answer;
}

function askingOf({ document, operationName }: Operation): Asking | undefined {
  const definition = getOperationAST(document, operationName);
  if (!definition) return undefined;
  const kept = known.get(definition);
  if (kept) return kept;
  const fields = [...rootFields(document, definition.selectionSet)];
  const some = fields.some((name) => name === '__schema' || name === '__type');
  const only = some && fields.every((name) => name.startsWith('__')) && !definition.variableDefinitions?.length;
  const asking = { some, only };
  known.set(definition, asking);
  return asking;
}

/** The fields that an operation begins with, through its fragments. */
export function* rootFields(document: DocumentNode, { selections }: SelectionSetNode): Generator<string> {
  for (const node of selections) {
    if (node.kind === Kind.FIELD) yield node.name.value;
    else if (node.kind === Kind.INLINE_FRAGMENT) yield* rootFields(document, node.selectionSet);
    else
      for (const one of document.definitions)
        if (one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value)
          yield* rootFields(document, one.selectionSet);
  }
}
