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
export type PlainDeed = 'approve' | 'unapprove' | 'withdraw';

/** The deeds on requests: each says what was done, or why it was not; either way the lists show how things stand now. */
export function useOpeningDeeds() {
  const { t } = useTranslation('desk');
  const client = useApolloClient();
  const { message, notification } = App.useApp();
  const wordsOf = useFailureWords();
  const { isBusy, one, send } = useDeeds<OpeningDeed, OpeningWholeFragment>(OPENING_MACHINE, documents);

  async function shown<T>(sending: Promise<Outcome<T>>): Promise<Outcome<T>> {
    const outcome = await sending;
    if (!('isRepeat' in outcome))
      void client.refetchQueries({ include: [OpeningsDocument, OpeningsWaitingDocument, ReportOpeningsDocument] });
    return outcome;
  }
  const explain = (failure: Failure, no: string) =>
    notification.error({ title: t('opening.notDone', { no }), description: wordsOf(failure).line });
  /** Null when it was done; the dialog that asked shows a failure. */
  async function worded(words: string, sending: Promise<Outcome<unknown>>): Promise<Failure | null> {
    const outcome = await shown(sending);
    if ('failure' in outcome) return outcome.failure;
    if ('value' in outcome) void message.success(words);
    return null;
  }

  return {
    isBusy,
    plain: async (deed: PlainDeed, id: string, no: string) => {
      const failure = await worded(t(`opening.done.${deed}`, { no }), one(`${deed}Identity`, { id }));
      if (failure) explain(failure, no);
    },
    request: (report: { id: string; no: string }, about: string, reason: string) =>
      worded(
        t('opening.done.request', { no: report.no }),
        send(RequestIdentityDocument, { report: report.id, about, reason }),
      ),
    refuse: (id: string, no: string, reason: string) =>
      worded(t('opening.done.refuse', { no }), one('refuseIdentity', { id }, reason)),
    /** The name goes to whoever pressed, and into no cache. */
    open: async (id: string, no: string): Promise<Shown | undefined> => {
      const outcome = await shown(send<Shown>(OpenIdentityDocument, { id }, 'no-cache'));
      if ('failure' in outcome) explain(outcome.failure, no);
      return 'value' in outcome ? outcome.value : undefined;
    },
  };
}
