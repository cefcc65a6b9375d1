import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useSend } from '../../deeds/useSend.ts';
import { CountyOverviewDocument, UnitsDocument } from '../../nouns/network/network.generated.ts';
import { EndedPostsDocument, UnitPostsDocument } from './posts.generated.ts';

/** What shows a post, wherever it is on the screen. */
const SHOWN = [UnitPostsDocument, EndedPostsDocument, UnitsDocument, CountyOverviewDocument];

/** Sends what is done to posts, once; afterwards the unit is shown as it is now. */
export function usePostDeeds() {
  const { isBusy, send } = useSend();
  return {
    isBusy,
    send: <Data extends object, Variables extends OperationVariables>(
      mutation: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ) => send(mutation, variables, { refetchQueries: SHOWN }),
  };
}
