import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeKind } from '../contract.generated.ts';
import { chime } from '../live/sound.ts';
import { useChanges, useRefetchOnChanges } from '../live/useChanges.ts';
import { useTabTitle } from '../live/useTabTitle.ts';
import { Toast } from '../ui/phone-dialogs.ts';
import { LeaderAlertsDocument, LeaderHomeDocument, type LeaderHomeQuery } from './leader.generated.ts';

/** What concerns a leader now: from one query, so that it is one answer on a slow line. */
export function useToday() {
  const { data, error, refetch } = useQuery(LeaderHomeDocument);
  return useMemo(() => {
    const alerts = data?.alerts ?? [];
    const instructions = data?.instructions.edges.map(({ node }) => node) ?? [];
    const issues = data?.digests.edges.map(({ node }) => node) ?? [];
    return {
      data,
      error,
      refetch,
      openAlerts: alerts.filter((alert) => !isSettled(alert)),
      knownAlerts: alerts.filter((alert) => isSettled(alert) && !isJustWithdrawn(alert)),
      justWithdrawn: alerts.filter(isJustWithdrawn),
      overdue: instructions.filter(({ isOverdue, state }) => isOverdue && state !== 'CLOSED' && state !== 'WITHDRAWN'),
      issues,
      unreadIssues: issues.filter(({ readAt }) => readAt === null),
    };
  }, [data, error, refetch]);
}

type Alert = LeaderHomeQuery['alerts'][number];
const isSettled = ({ acknowledgedAt, withdrawnAt }: Alert) => acknowledgedAt !== null || withdrawnAt !== null;
/** For a day whoever was alerted sees at first glance that it was withdrawn. */
const SHOWN_MS = 86_400_000;
const isJustWithdrawn = ({ withdrawnAt }: Alert) =>
  withdrawnAt !== null && Date.now() - Date.parse(withdrawnAt) < SHOWN_MS;

const ALERTS: readonly ChangeKind[] = ['ALERT_RAISED', 'ALERT_ACKNOWLEDGED', 'ALERT_WITHDRAWN'];
/** The moment it is heard of, but for a storm of them. */
const AT_ONCE_MS = 0;
const REST: readonly ChangeKind[] = [
  'DIGEST_ISSUED',
  'DIGEST_READ',
  'INSTRUCTED',
  'INSTRUCTION_WITHDRAWN',
  'INSTRUCTION_READ',
];

/** Keeps today live: an alert is fetched the moment it is heard of, sounds if wanted, and counts in the tab's title. */
export function useTodayLive(openAlerts: number) {
  const { t } = useTranslation('leader');
  const client = useApolloClient();
  const fetchAlerts = () =>
    client.query({ query: LeaderAlertsDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
  const fetchAll = () => void client.refetchQueries({ include: [LeaderHomeDocument] });
  useChanges(['ALERT_RAISED'], chime, () => undefined);
  useChanges(
    ['ALERT_WITHDRAWN'],
    () => Toast.show(t('alerts.withdrawn')),
    () => undefined,
  );
  useRefetchOnChanges(ALERTS, fetchAlerts, AT_ONCE_MS);
  useRefetchOnChanges(REST, fetchAll);
  useTabTitle(t('title'), openAlerts);
}
