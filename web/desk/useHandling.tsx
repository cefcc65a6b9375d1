import { useApolloClient } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../failure.ts';
import { LikelyDuplicatesDocument, ReportDocument } from '../reports/report.generated.ts';
import { useStepName } from '../reports/useStepName.ts';
import { useFailureWords } from '../ui/failure-words.ts';
import type { DeedResultFragment } from './deeds.generated.ts';
import type { Mergeable } from './mergePlan.ts';
import type { Results } from './ResultsDialog.tsx';
import type { TextDeed } from './TextDialog.tsx';
import { type Handled, type Outcome, useDeeds } from './useDeeds.ts';

export type Dialog =
  | { kind: 'text'; deed: TextDeed; ids: readonly string[] }
  | { kind: 'merge'; reports: readonly Mergeable[] }
  | { kind: 'urgent'; report: Numbered }
  | { kind: 'triageMany'; ids: readonly string[] }
  | { kind: 'help' }
  | ({ kind: 'results' } & Results);
export interface Numbered extends Handled {
  no: string;
}
interface Options {
  /** The number for people of a report on screen. */
  numberOf: (id: string) => string;
  /** These have just been handled here: the list may let them go. */
  onHandled: (ids: readonly string[]) => void;
  /** Something came back into the list. */
  onReturned: () => void;
}

/** Carries deeds out and says what came of them: done (naming the report), changed by others meanwhile, or refused and why. */
export function useHandling({ numberOf, onHandled, onReturned }: Options) {
  const { t } = useTranslation('desk');
  const { message, notification } = App.useApp();
  const [dialog, setDialog] = useState<Dialog>();
  const deeds = useDeeds();
  const client = useApolloClient();
  const explain = useExplanation();

  /** True when done; otherwise the reason is on screen. */
  async function settle(outcome: Outcome<unknown>, report: Numbered, words: string): Promise<boolean> {
    if ('failure' in outcome) await explain(outcome.failure, report);
    if (!('value' in outcome)) return false;
    void message.success(words);
    onHandled([report.id]);
    return true;
  }

  function settleMany(deed: Results['deed'], ids: readonly string[], results: readonly DeedResultFragment[]) {
    onHandled(results.filter((row) => row.ok).map((row) => row.id));
    setDialog({ kind: 'results', deed, results, numbers: new Map(ids.map((id) => [id, numberOf(id)])) });
  }

  /** A merge changes more than the reports that the server answers with: primaries, lists of members, likely duplicates. */
  const fetchAgain = (primaryId?: string) => {
    void client.refetchQueries({ include: [ReportDocument, LikelyDuplicatesDocument] });
    if (primaryId)
      void client.query({ query: ReportDocument, variables: { id: primaryId }, fetchPolicy: 'network-only' });
  };

  async function unmerge(one: { id: string; no: string }) {
    const outcome = await deeds.unmerge(one.id);
    if ('failure' in outcome) await explain(outcome.failure, one);
    if (!('value' in outcome)) return;
    void message.success(t('done.unmerge', { no: one.no }));
    fetchAgain();
    onReturned();
  }

  function offerUndo(primary: Mergeable, merged: readonly DeedResultFragment[]) {
    const key = `merge-${primary.id}`;
    const undo = async () => {
      notification.destroy(key);
      for (const { id } of merged) await unmerge({ id, no: numberOf(id) });
    };
    notification.success({
      key,
      duration: 15,
      title: t('done.merge', { count: merged.length, no: primary.no }),
      actions: <Button onClick={() => void undo()}>{t('undo')}</Button>,
    });
  }

  return {
    isBusy: deeds.isBusy,
    dialog,
    setDialog,
    unmerge,
    triage: async (report: Numbered, topic?: string) => {
      const outcome = await deeds.triage(report, topic);
      const wasSealed = 'value' in outcome && outcome.value.state !== 'TRIAGED';
      return settle(outcome, report, t(wasSealed ? 'done.seal' : 'done.triage', { no: report.no }));
    },
    flagUrgent: async (report: Numbered) =>
      settle(await deeds.flagUrgent(report), report, t('done.flagUrgent', { no: report.no })),
    triageMany: async (ids: readonly string[]) => {
      const outcome = await deeds.triageMany([...ids]);
      if ('value' in outcome) settleMany('triage', ids, outcome.value);
      else if ('failure' in outcome) await explain(outcome.failure, undefined);
    },
    sendText: async (deed: TextDeed, ids: readonly string[], text: string, one: Handled | undefined) => {
      if (!one) {
        const many = await deeds.returnMany([...ids], text);
        if ('value' in many) queueMicrotask(() => settleMany('return', ids, many.value));
        return many;
      }
      const outcome = await deeds[deed](one, text);
      if ('value' in outcome) {
        void message.success(t(`done.${deed}`, { no: outcome.value.no }));
        onHandled([one.id]);
      }
      return outcome;
    },
    merge: async (primary: Mergeable, members: readonly Mergeable[]) => {
      const outcome = await deeds.merge(
        primary.id,
        members.map((member) => member.id),
      );
      if (!('value' in outcome)) return outcome;
      const merged = outcome.value.filter((row) => row.ok);
      fetchAgain(primary.id);
      if (merged.length > 0) offerUndo(primary, merged);
      if (merged.length < outcome.value.length)
        queueMicrotask(() =>
          settleMany(
            'merge',
            members.map((member) => member.id),
            outcome.value,
          ),
        );
      else onHandled(merged.map((row) => row.id));
      return outcome;
    },
  };
}
export type Handling = ReturnType<typeof useHandling>;

/** Says why a deed did not happen; after a conflict, who did what meanwhile, with the row fetched anew. */
function useExplanation() {
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
      const step = data?.report.timeline.slice(-1)[0];
      if (failure.code === 'CONFLICT' && step)
        return notification.warning({
          title: t('changed.titleOf', { no }),
          description: `${name.actor(step)}：${name.deed(step)} ${name.states(step)} ${step.note ?? ''}`,
        });
    }
    notification.error({ title: t('notDone', { no }), description: wordsOf(failure).line });
  };
}
