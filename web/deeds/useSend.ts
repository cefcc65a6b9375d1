import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { type Outcome, useOnce } from '../ui/useOnce.ts';

interface Sent {
  /** For an answer that no cache may hold. */
  fetchPolicy?: 'no-cache';
  /** What shows the thing elsewhere, once it is done. */
  refetchQueries?: DocumentNode[];
}

/** Sends mutations one at a time, so that the second click does nothing. Each asks for one field: the outcome is its answer. */
export function useSend() {
  const client = useApolloClient();
  const { isBusy, once } = useOnce();
  const send = <Data extends object, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    sent: Sent = {},
  ): Promise<Outcome<Data[keyof Data]>> =>
    once(async () => {
      const { data } = await client.mutate<object>({ mutation, variables, awaitRefetchQueries: true, ...sent });
      return Object.values(data ?? {})[0] as Data[keyof Data];
    });
  return { isBusy, send };
}
