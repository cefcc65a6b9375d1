import { useApolloClient } from '@apollo/client/react';
import type { UrgentPlanInput } from '../../contract.generated.ts';
import type { ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import { type Outcome, useOnce } from '../../ui/useOnce.ts';
import {
  ArchiveDocument,
  type DeedResultFragment,
  FlagUrgentDocument,
  LowerUrgentDocument,
  MergeDocument,
  PlanUrgentDocument,
  ReplyDocument,
  ReturnDocument,
  ReturnManyDocument,
  TriageDocument,
  TriageManyDocument,
  UnflagUrgentDocument,
  UnmergeDocument,
  UnreturnDocument,
  UntriageDocument,
} from './deeds.generated.ts';

export interface Handled {
  id: string;
  version: number;
}
/** The desk's deeds as the server knows them; one at a time, so that the second click does nothing. */
export function useDeeds() {
  const client = useApolloClient();
  const { isBusy, once } = useOnce();
  type One = Promise<Outcome<ReportWholeFragment>>;
  type Many = Promise<Outcome<DeedResultFragment[]>>;
  const run = client.mutate.bind(client);

  return {
    isBusy,
    triage: ({ id, version }: Handled, topic?: string): One =>
      once(async () => (await run({ mutation: TriageDocument, variables: { id, version, topic } })).data?.triageReport),
    return: ({ id, version }: Handled, reason: string): One =>
      once(
        async () => (await run({ mutation: ReturnDocument, variables: { id, version, reason } })).data?.returnReport,
      ),
    flagUrgent: ({ id, version }: Handled): One =>
      once(async () => (await run({ mutation: FlagUrgentDocument, variables: { id, version } })).data?.flagUrgent),
    planUrgent: ({ id, version }: Handled, plan: UrgentPlanInput): One =>
      once(
        async () => (await run({ mutation: PlanUrgentDocument, variables: { id, version, plan } })).data?.planUrgent,
      ),
    lowerUrgent: ({ id, version }: Handled, reason: string): One =>
      once(
        async () =>
          (await run({ mutation: LowerUrgentDocument, variables: { id, version, reason } })).data?.lowerUrgent,
      ),
    reply: ({ id, version }: Handled, answer: string): One =>
      once(async () => (await run({ mutation: ReplyDocument, variables: { id, version, answer } })).data?.replyReport),
    archive: ({ id, version }: Handled, reason: string): One =>
      once(
        async () => (await run({ mutation: ArchiveDocument, variables: { id, version, reason } })).data?.archiveReport,
      ),
    unmerge: (id: string): One =>
      once(async () => (await run({ mutation: UnmergeDocument, variables: { id } })).data?.unmergeReport),
    unflagUrgent: (id: string): One =>
      once(async () => (await run({ mutation: UnflagUrgentDocument, variables: { id } })).data?.unflagUrgent),
    untriage: (ids: string[]): Many =>
      once(async () => (await run({ mutation: UntriageDocument, variables: { ids } })).data?.untriageReports),
    unreturn: (ids: string[]): Many =>
      once(async () => (await run({ mutation: UnreturnDocument, variables: { ids } })).data?.unreturnReports),
    merge: (master: string, members: string[]): Many =>
      once(async () => (await run({ mutation: MergeDocument, variables: { master, members } })).data?.mergeReports),
    triageMany: (ids: string[]): Many =>
      once(async () => (await run({ mutation: TriageManyDocument, variables: { ids } })).data?.triageReports),
    returnMany: (ids: string[], reason: string): Many =>
      once(async () => (await run({ mutation: ReturnManyDocument, variables: { ids, reason } })).data?.returnReports),
  };
}
