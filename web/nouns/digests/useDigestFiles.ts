import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { FileFormat } from '../../contract.generated.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { DigestFilesDocument, RequestDigestFileDocument } from './paper.generated.ts';

const POLL_MS = 1_500;

/** The printed files of an issue: made off the request path, watched until ready by event and, should that be lost, by asking. */
export function useDigestFiles(id: string) {
  const client = useApolloClient();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(DigestFilesDocument, { variables: { id } });
  const files = data?.digest.files ?? [];
  const isWorking = files.some(({ state }) => state === 'QUEUED' || state === 'RUNNING');
  useEffect(() => {
    if (isWorking) startPolling(POLL_MS);
    else stopPolling();
    return stopPolling;
  }, [isWorking, startPolling, stopPolling]);
  useRefetchOnChanges(({ kind, digestId }) => kind === 'DIGEST_FILE_READY' && digestId === id, refetch);
  const [run, { loading }] = useMutation(RequestDigestFileDocument);
  const request = async (format: FileFormat) => {
    await run({ variables: { id, format } });
    await client.refetchQueries({ include: [DigestFilesDocument] });
  };
  return { files, error, request, requesting: loading, contentHash: data?.digest.contentHash ?? null };
}
