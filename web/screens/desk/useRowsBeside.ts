import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeKind } from '../../contract.generated.ts';
import { useChanges, useRefetchOnChanges } from '../../live/useChanges.ts';
import { ReportBesideDocument } from '../../nouns/reports/report.generated.ts';
import { useViewer } from '../../session/session.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';

const KINDS: readonly ChangeKind[] = ['REPORT_ASSIGNED', 'REPORT_MARKED', 'REPORT_URGED', 'REPORT_URGE_READ'];
/** More at once are fetched with the list. */
const FEW = 5;

/** The marks of the queue's rows follow what colleagues and the other desk do; a station that is urged is told so. */
export function useRowsBeside(rows: readonly { id: string; no: string }[], refresh: () => unknown) {
  const { t } = useTranslation('desk');
  const client = useApolloClient();
  const { level } = useViewer();
  const { done } = useMessages();
  const changed = useRef(new Set<string>());
  const numberOf = (id: string) => rows.find((row) => row.id === id)?.no;

  useChanges(
    KINDS,
    ({ kind, reportId }) => {
      if (!reportId) return;
      changed.current.add(reportId);
      if (kind !== 'REPORT_URGED' || level !== 'TOWNSHIP') return;
      const no = numberOf(reportId);
      done(no ? t('beside.youAreUrged', { no }) : t('beside.youAreUrgedAtAll'));
    },
    () => {},
  );
  useRefetchOnChanges(KINDS, async () => {
    const ids = [...changed.current].filter(numberOf);
    changed.current.clear();
    if (ids.length > FEW) return refresh();
    const query = ReportBesideDocument;
    await Promise.all(ids.map((id) => client.query({ query, variables: { id }, fetchPolicy: 'network-only' })));
  });
}
