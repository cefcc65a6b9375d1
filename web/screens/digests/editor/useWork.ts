import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { type Outcome, useOnce } from '../../../ui/useOnce.ts';
import { DigestOutlineDocument, type DraftItemFragment } from './editor.generated.ts';

/** Runs one change of the outline at a time; a refusal is told and the outline is looked at anew. */
export function useWork(digestId: string) {
  const client = useApolloClient();
  const { failed } = useMessages();
  const { isBusy, once } = useOnce();

  /** The outline as the server has it now. */
  const look = useCallback(async (): Promise<readonly DraftItemFragment[]> => {
    const { data } = await client.query({
      query: DigestOutlineDocument,
      variables: { id: digestId },
      fetchPolicy: 'network-only',
    });
    return data?.digest.items ?? [];
  }, [client, digestId]);

  /** What came of the deed, once that is told. */
  const work = async (deed: () => Promise<void>): Promise<Outcome<true>> => {
    const outcome = await once(() => deed().then(() => true as const));
    if ('failure' in outcome) {
      failed(outcome.failure);
      await look().catch(() => []);
    }
    return outcome;
  };
  return { client, isBusy, work, look };
}

export type Work = ReturnType<typeof useWork>;
