import { useApolloClient } from '@apollo/client/react';
import { BESIDE_HANDLING } from '@lxq/schema/reports/report-desk.ts';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReportDocument } from '../../nouns/reports/report.generated.ts';
import { useStepName } from '../../nouns/reports/useStepName.ts';
import type { Failure } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';

/** Says why a deed did not happen; after a conflict, who did what meanwhile, with the row fetched anew. */
export function useExplanation() {
  const { t } = useTranslation('desk');
  const wordsOf = useFailureWords();
  const { notification } = App.useApp();
  const client = useApolloClient();
  const name = useStepName();
  return async (failure: Failure, report: { id: string; no: string } | undefined) => {
    const no = report?.no ?? '';
    if (report && (failure.code === 'CONFLICT' || failure.code === 'REFUSED')) {
      const variables = { id: report.id };
      const { data } = await client
        .query({ query: ReportDocument, variables, fetchPolicy: 'network-only' })
        .catch(() => ({ data: undefined }));
      const step = data?.report.timeline.findLast(({ deed }) => !BESIDE_HANDLING.includes(deed));
      if (failure.code === 'CONFLICT' && step)
        return notification.warning({
          title: t('changed.titleOf', { no }),
          description: `${name.actor(step)}：${name.deed(step)} ${name.states(step)} ${step.note ?? ''}`,
        });
    }
    notification.error({ title: t('notDone', { no }), description: wordsOf(failure).line });
  };
}
