import { useApolloClient, useQuery } from '@apollo/client/react';
import { OPEN_CASES } from '@lxq/schema/cases/case-states.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeKind } from '../../contract.generated.ts';
import { chime } from '../../live/sound.ts';
import { useChanges, useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { PRESENTATION_CHANGES } from '../../nouns/presentations/changes.ts';
import { Toast } from '../../ui/phone/dialogs.ts';
import { useLoadMore } from '../../ui/useLoadMore.ts';
import { type AlertRowFragment, LeaderAlertsDocument, LeaderHomeDocument } from './leader.generated.ts';

export const PAGE = 10;

/** What concerns a leader now: from one query, so that it is one answer on a slow line. */
export function useToday() {
  const { data, error, refetch, fetchMore } = useQuery(LeaderHomeDocument);
  const { loadMore } = useLoadMore(data?.alerts.pageInfo, (after) =>
    fetchMore({ query: LeaderAlertsDocument, variables: { isKnown: false, first: PAGE, after } }),
  );
  return useMemo(() => {
    const alerts = data?.alerts.edges.map(({ node }) => node) ?? [];
    const overdue = data?.instructions.edges.map(({ node }) => node) ?? [];
    const issues = data?.digests.edges.map(({ node }) => node) ?? [];
    const known = data?.presentations.edges.map(({ node }) => node) ?? [];
    const presented = known.filter(({ state }) => state === 'PRESENTED');
    // Acknowledged since they were counted.
    const acknowledged = alerts.filter((alert) => alert.acknowledgedAt !== null && !isSettled(alert)).length;
    const settled = overdue.filter((instruction) => !isOwed(instruction)).length;
    return {
      data,
      error,
      refetch,
      openAlerts: alerts.filter((alert) => alert.acknowledgedAt === null && alert.withdrawnAt === null),
      justSettled: alerts.filter(isSettled),
      waitingCount: (data?.alerts.waitingCount ?? 0) - acknowledged,
      knownCount: (data?.alerts.knownCount ?? 0) + acknowledged,
      hasMoreAlerts: data?.alerts.pageInfo.hasNextPage ?? false,
      loadMore,
      presented,
      presentedCount: (data?.presentations.totalCount ?? 0) - (known.length - presented.length),
      sponsored: data?.cases.edges.map(({ node }) => node).filter(({ state }) => OPEN_CASES.includes(state)) ?? [],
      overdue: overdue.filter(isOwed),
      overdueCount: (data?.instructions.totalCount ?? 0) - settled,
      issues,
      unreadIssues: issues.filter(({ readAt }) => readAt === null),
    };
  }, [data, error, refetch, loadMore]);
}

/** By another than the leader: the desk took it back, or somebody acknowledged it for them. Of such the server tells for a day. */
const isSettled = ({ withdrawnAt, actedBy }: AlertRowFragment) => withdrawnAt !== null || actedBy !== null;
const isOwed = ({ isOverdue, state }: InstructionRowFragment) =>
  isOverdue && state !== 'CLOSED' && state !== 'WITHDRAWN';

const ALERTS: readonly ChangeKind[] = ['ALERT_RAISED', 'ALERT_ACKNOWLEDGED', 'ALERT_WITHDRAWN'];
/** The moment it is heard of, but for a storm of them. */
const AT_ONCE_MS = 0;
const REST: readonly ChangeKind[] = [
  'DIGEST_ISSUED',
  'DIGEST_READ',
  'INSTRUCTED',
  'INSTRUCTION_WITHDRAWN',
  'INSTRUCTION_READ',
  ...PRESENTATION_CHANGES,
];

/** Keeps today live: an alert is fetched the moment it is heard of, sounds if wanted, and counts in the tab's title. */
export function useTodayLive(openAlerts: number) {
  const { t } = useTranslation('leader');
  const client = useApolloClient();
  // As many as are on the screen, so that none of them goes.
  const fetchAlerts = () => {
    const shown = client.readQuery({ query: LeaderHomeDocument })?.alerts.edges.length ?? 0;
    const first = Math.min(Math.max(PAGE, shown), LIMITS.page.max);
    const variables = { isKnown: false, first };
    return client.query({ query: LeaderAlertsDocument, variables, fetchPolicy: 'network-only' }).catch(() => undefined);
  };
  const fetchAll = () => void client.refetchQueries({ include: [LeaderHomeDocument] });
  useChanges(['ALERT_RAISED'], chime, () => undefined);
  useChanges(
    ['ALERT_WITHDRAWN'],
    () => Toast.show(t('alerts.withdrawn')),
    () => undefined,
  );
  useRefetchOnChanges(ALERTS, fetchAlerts, AT_ONCE_MS);
  // Of the county's cases those on the screen, and one that the leader is given.
  const isShown = (caseId: string) =>
    client.readQuery({ query: LeaderHomeDocument })?.cases.edges.some(({ node }) => node.id === caseId);
  useRefetchOnChanges(
    ({ kind, caseId }) => REST.includes(kind) || (caseId !== null && (kind === 'CASE_ASSIGNED' || !!isShown(caseId))),
    fetchAll,
  );
  useTabTitle(t('title'), openAlerts);
}
