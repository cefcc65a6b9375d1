import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { DigestCandidatesDocument, DigestOutlineDocument, type DraftItemFragment } from './editor.generated.ts';

/** Runs one change of the outline at a time; a refusal is told and the outline is looked at anew. */
export function useWork(digestId: string) {
  const client = useApolloClient();
  const { failed } = useMessages();
  const [isBusy, setBusy] = useState(false);

  /** The outline as the server has it now. */
  const look = useCallback(async (): Promise<readonly DraftItemFragment[]> => {
    const { data } = await client.query({
      query: DigestOutlineDocument,
      variables: { id: digestId },
      fetchPolicy: 'network-only',
    });
    return data?.digest.items ?? [];
  }, [client, digestId]);

  const refreshCandidates = useCallback(
    () => void client.refetchQueries({ include: [DigestCandidatesDocument] }),
    [client],
  );

  /** True when the deed was done. */
  const work = useCallback(
    async (deed: () => Promise<void>): Promise<boolean> => {
      setBusy(true);
      try {
        await deed();
        return true;
      } catch (error) {
        failed(error);
        await look().catch(() => []);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [failed, look],
  );
  return { client, isBusy, work, look, refreshCandidates };
}

export type Work = ReturnType<typeof useWork>;
