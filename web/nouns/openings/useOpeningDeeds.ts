import { useApolloClient } from '@apollo/client/react';
import { OPENING_MACHINE, type OpeningDeed } from '@lxq/schema/openings/opening-states.ts';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDeeds } from '../../deeds/useDeeds.ts';
import type { Failure } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import * as documents from './deeds.derived.generated.ts';
import {
  OpenIdentityDocument,
  type OpenIdentityMutation,
  OpeningsDocument,
  OpeningsWaitingDocument,
  type OpeningWholeFragment,
  ReportOpeningsDocument,
  RequestIdentityDocument,
} from './openings.generated.ts';

export type Shown = OpenIdentityMutation['openIdentity'];
type Plain = Exclude<OpeningDeed, 'openIdentity'>;

/** The deeds on requests: each says what was done, or why it was not; either way the lists show how things stand now. */
export function useOpeningDeeds() {
  const { t } = useTranslation('openings');
  const client = useApolloClient();
  const { message, notification } = App.useApp();
  const wordsOf = useFailureWords();
  const { isBusy, one, send } = useDeeds<OpeningDeed, OpeningWholeFragment>(OPENING_MACHINE, documents);

  async function shown<T>(sending: Promise<Outcome<T>>, words?: string): Promise<Outcome<T>> {
    const outcome = await sending;
    if ('value' in outcome && words) void message.success(words);
    if (!('isRepeat' in outcome))
      void client.refetchQueries({ include: [OpeningsDocument, OpeningsWaitingDocument, ReportOpeningsDocument] });
    return outcome;
  }
  const explain = (failure: Failure, no: string) =>
    notification.error({ title: t('notDone', { no }), description: wordsOf(failure).line });
  /** A dialog that asked for the reason shows a failure itself. */
  const carry = (deed: Plain, id: string, no: string, reason?: string) =>
    shown(one(deed, { id }, reason), t(`done.${deed}`, { no }));

  return {
    isBusy,
    carry,
    plain: async (deed: Plain, id: string, no: string) => {
      const outcome = await carry(deed, id, no);
      if ('failure' in outcome) explain(outcome.failure, no);
    },
    request: (report: { id: string; no: string }, about: string, reason: string) =>
      shown(
        send(RequestIdentityDocument, { report: report.id, about, reason }),
        t('done.requestIdentity', { no: report.no }),
      ),
    /** The name goes to whoever pressed, and into no cache. */
    open: async (id: string, no: string): Promise<Shown | undefined> => {
      const outcome = await shown(send(OpenIdentityDocument, { id }, { fetchPolicy: 'no-cache' }));
      if ('failure' in outcome) explain(outcome.failure, no);
      return 'value' in outcome ? outcome.value : undefined;
    },
  };
}
