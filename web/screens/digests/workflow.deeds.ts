import { DIGEST_MACHINE, type DigestDeed } from '@lxq/schema/digests/digest-states.ts';
import { isOffered, type Transition, viewerCan } from '@lxq/schema/transitions.ts';
import { useDeeds } from '../../deeds/useDeeds.ts';
import * as documents from '../../nouns/digests/deeds.derived.generated.ts';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { IssueDigestDocument } from './desk.generated.ts';

/** Steps of an issue as buttons stand, the way forward last; writing it is no step. */
const ORDER = ['void', 'sendBack', 'submitForReview', 'approve', 'issue'] as const satisfies readonly DigestDeed[];
export type WorkflowDeed = (typeof ORDER)[number];

/** Only what the viewer may do now. */
export const stepsOf = (digest: DigestHeadFragment): WorkflowDeed[] =>
  ORDER.filter((deed) => isOffered(DIGEST_MACHINE[deed]) && (digest as Record<string, unknown>)[viewerCan(deed)]);

/** What a step shows before it is taken, beside the words that it asks for. */
export const SHOWS: Partial<Record<WorkflowDeed, 'checks' | 'summary'>> = {
  submitForReview: 'checks',
  approve: 'summary',
  issue: 'summary',
};
export const rowOf = (deed: WorkflowDeed): Transition<string, never> => DIGEST_MACHINE[deed];

/** Carries a step out. An early issue brings its reason. */
export function useWorkflow() {
  const { one, send, isBusy } = useDeeds<DigestDeed, DigestHeadFragment>(DIGEST_MACHINE, documents);
  return {
    isBusy,
    carry: (deed: WorkflowDeed, { id, version }: DigestHeadFragment, words: string) =>
      deed === 'issue'
        ? send(IssueDigestDocument, { id, version, earlyReason: words || null })
        : one(deed, { id, version }, words),
  };
}
