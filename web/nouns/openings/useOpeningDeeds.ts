import { useApolloClient } from '@apollo/client/react';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { type Outcome, useOnce } from '../../ui/useOnce.ts';
import {
  ApproveIdentityDocument,
  OpenIdentityDocument,
  type OpenIdentityMutation,
  OpeningsDocument,
  OpeningsWaitingDocument,
  RefuseIdentityDocument,
  ReportOpeningsDocument,
  RequestIdentityDocument,
  UnapproveIdentityDocument,
  WithdrawIdentityDocument,
} from './openings.generated.ts';

export type Shown = OpenIdentityMutation['openIdentity'];
const PLAIN = {
  approve: ApproveIdentityDocument,
  unapprove: UnapproveIdentityDocument,
  withdraw: WithdrawIdentityDocument,
};
export type PlainDeed = keyof typeof PLAIN;

/** The deeds on requests: each says what was done, or why it was not; either way the lists show how things stand now. */
export function useOpeningDeeds() {
  const { t } = useTranslation('desk');
  const client = useApolloClient();
  const { message, notification } = App.useApp();
  const wordsOf = useFailureWords();
  const { isBusy, once } = useOnce();

  async function sent<T>(send: () => Promise<T>): Promise<Outcome<T>> {
    const outcome = await once(send);
    if (!('isRepeat' in outcome))
      void client.refetchQueries({ include: [OpeningsDocument, OpeningsWaitingDocument, ReportOpeningsDocument] });
    return outcome;
  }
  const explain = (failure: Failure, no: string) =>
    notification.error({ title: t('opening.notDone', { no }), description: wordsOf(failure).line });
  /** Null when it was done; the dialog that asked shows a failure. */
  async function worded(words: string, send: () => Promise<unknown>): Promise<Failure | null> {
    const outcome = await sent(send);
    if ('failure' in outcome) return outcome.failure;
    if ('value' in outcome) void message.success(words);
    return null;
  }

  return {
    isBusy,
    plain: async (deed: PlainDeed, id: string, no: string) => {
      const failure = await worded(t(`opening.done.${deed}`, { no }), () =>
        client.mutate({ mutation: PLAIN[deed], variables: { id } }),
      );
      if (failure) explain(failure, no);
    },
    request: (report: { id: string; no: string }, about: string, reason: string) =>
      worded(t('opening.done.request', { no: report.no }), () =>
        client.mutate({ mutation: RequestIdentityDocument, variables: { report: report.id, about, reason } }),
      ),
    refuse: (id: string, no: string, reason: string) =>
      worded(t('opening.done.refuse', { no }), () =>
        client.mutate({ mutation: RefuseIdentityDocument, variables: { id, reason } }),
      ),
    /** The name goes to whoever pressed, and into no cache. */
    open: async (id: string, no: string): Promise<Shown | undefined> => {
      const outcome = await sent(() =>
        client.mutate({ mutation: OpenIdentityDocument, variables: { id }, fetchPolicy: 'no-cache' }),
      );
      if ('failure' in outcome) explain(outcome.failure, no);
      return 'value' in outcome ? outcome.value.data?.openIdentity : undefined;
    },
  };
}
