import type { ApolloClient } from '@apollo/client';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import {
  ApproveDigestDocument,
  IssueDigestDocument,
  SendBackDigestDocument,
  SubmitDigestForReviewDocument,
  VoidDigestDocument,
} from './desk.generated.ts';

export type WorkflowDeed = 'submitForReview' | 'sendBack' | 'approve' | 'issue' | 'void';

/** What each deed asks of the one who does it, and the field that says whether they may. */
export const WORKFLOW: ReadonlyArray<{
  deed: WorkflowDeed;
  can: (digest: DigestHeadFragment) => boolean;
  asks: 'checks' | 'words' | 'summary';
}> = [
  { deed: 'void', can: (digest) => digest.viewerCanVoid, asks: 'words' },
  { deed: 'sendBack', can: (digest) => digest.viewerCanSendBack, asks: 'words' },
  { deed: 'submitForReview', can: (digest) => digest.viewerCanSubmitForReview, asks: 'checks' },
  { deed: 'approve', can: (digest) => digest.viewerCanApprove, asks: 'summary' },
  { deed: 'issue', can: (digest) => digest.viewerCanIssue, asks: 'summary' },
];

interface Doing {
  client: ApolloClient;
  digest: { id: string; version: number };
  words: string;
}

export function doDeed(deed: WorkflowDeed, { client, digest: { id, version }, words }: Doing): Promise<unknown> {
  switch (deed) {
    case 'submitForReview':
      return client.mutate({ mutation: SubmitDigestForReviewDocument, variables: { id, version } });
    case 'sendBack':
      return client.mutate({ mutation: SendBackDigestDocument, variables: { id, version, comment: words } });
    case 'approve':
      return client.mutate({ mutation: ApproveDigestDocument, variables: { id, version } });
    case 'issue':
      return client.mutate({ mutation: IssueDigestDocument, variables: { id, version, earlyReason: words || null } });
    case 'void':
      return client.mutate({ mutation: VoidDigestDocument, variables: { id, version, reason: words } });
  }
}
