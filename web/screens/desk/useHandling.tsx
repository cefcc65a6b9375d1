import { useApolloClient } from '@apollo/client/react';
import type { ReportDeed } from '@lxq/schema/reports/report-states.ts';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UrgentPlanInput } from '../../contract.generated.ts';
import type { Handled } from '../../deeds/useDeeds.ts';
import {
  type DeedResultFragment,
  LikelyDuplicatesDocument,
  ReportDocument,
} from '../../nouns/reports/report.generated.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import type { Mergeable } from './mergePlan.ts';
import type { BulkDeed, Results } from './ResultsDialog.tsx';
import { useDeedName } from './useDeedName.ts';
import { useExplanation } from './useExplanation.ts';
import { useReportDeeds } from './useReportDeeds.ts';
import { type Undoable, useUndoing } from './useUndoing.tsx';

export type Dialog =
  | { kind: 'text'; deed: ReportDeed; ids: readonly string[] }
  | { kind: 'merge'; reports: readonly Mergeable[] }
  | { kind: 'urgent'; report: Numbered }
  | { kind: 'plan'; report: Numbered }
  | { kind: 'triageMany'; ids: readonly string[] }
  | { kind: 'help' }
  | ({ kind: 'results' } & Results);
export interface Numbered extends Required<Handled> {
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
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/**
 * Carries deeds out and says what came of them: done (naming the report, with a way back), changed by others meanwhile, or
 * refused and why. A deed that is done closes its dialog, or puts its results in the dialog's place.
 */
export function useHandling({ numberOf, onHandled, onReturned }: Options) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<Dialog>();
  /** The dialog that a deed was asked in, if it is still the one that is open. */
  const closeOwn = () => setDialog((now) => (now === dialog ? undefined : now));
  const deeds = useReportDeeds();
  const client = useApolloClient();
  const explain = useExplanation();
  const nameOf = useDeedName();

  function showResults(deed: BulkDeed, ids: readonly string[], results: readonly DeedResultFragment[]) {
    setDialog({ kind: 'results', deed, results, numbers: new Map(ids.map((id) => [id, numberOf(id)])) });
  }
  /** A merge changes more than the reports that the server answers with: primaries, lists of members, likely duplicates. */
  const fetchAgain = (primaryId?: string) => {
    void client.refetchQueries({ include: [ReportDocument, LikelyDuplicatesDocument] });
    if (primaryId)
      void client.query({ query: ReportDocument, variables: { id: primaryId }, fetchPolicy: 'network-only' });
  };
  const undoing = useUndoing({
    deeds,
    numberOf,
    showResults,
    onReturned: () => {
      fetchAgain();
      onReturned();
    },
  });

  /** Otherwise the reason is on screen. */
  async function settle(outcome: Outcome<unknown>, report: Numbered, deed: Undoable) {
    if ('failure' in outcome) await explain(outcome.failure, report);
    closeOwn();
    if (!('value' in outcome)) return;
    undoing.offer(t(`done.${deed}`, { no: report.no, count: 1 }), deed, [report.id]);
    onHandled([report.id]);
  }
  /** Its topic made it an accusation: it has left this desk, and there is no way back from here. */
  function sealed({ id, no }: Numbered) {
    void message.success(t('done.seal', { no }));
    onHandled([id]);
  }
  function settleMany(deed: 'triage' | 'return', ids: readonly string[], results: readonly DeedResultFragment[]) {
    onHandled(idsOf(results.filter((row) => row.ok)));
    showResults(deed, ids, results);
  }
  async function returnMany(ids: readonly string[], text: string) {
    const many = await deeds.many('return', ids, text);
    if ('value' in many) settleMany('return', ids, many.value);
    return many;
  }

  return {
    isBusy: deeds.isBusy,
    dialog,
    setDialog,
    takeBack: undoing.takeBack,
    undoLatest: undoing.undoLatest,
    offerUndo: undoing.offerUndo,
    showResults,
    numberOf,
    triage: async (report: Numbered, topic?: string) => {
      const outcome = await deeds.triage(report, topic);
      if ('value' in outcome && outcome.value.state !== 'TRIAGED') sealed(report);
      else await settle(outcome, report, 'triage');
    },
    flagUrgent: async (report: Numbered) => settle(await deeds.one('flagUrgent', report), report, 'flagUrgent'),
    planUrgent: async (report: Numbered, plan: UrgentPlanInput) => {
      const outcome = await deeds.planUrgent(report, plan);
      if (!('value' in outcome)) return outcome;
      void message.success(t('done.planUrgent', { no: report.no }));
      closeOwn();
      onHandled([report.id]);
      return outcome;
    },
    triageMany: async (ids: readonly string[]) => {
      const outcome = await deeds.triageMany(ids);
      if ('value' in outcome) settleMany('triage', ids, outcome.value);
      else if ('failure' in outcome) await explain(outcome.failure, undefined);
    },
    /** One that asks for nothing. */
    plain: async (deed: ReportDeed, report: Numbered) => {
      const outcome = await deeds.one(deed, report);
      if ('failure' in outcome) return explain(outcome.failure, report);
      if (!('value' in outcome)) return;
      void message.success(t('done.any', { no: report.no, deed: nameOf(deed) }));
      onHandled([report.id]);
    },
    sendText: async (deed: ReportDeed, ids: readonly string[], text: string, one: Handled | undefined) => {
      if (!one) return returnMany(ids, text);
      const outcome = await deeds.one(deed, one, text);
      if (!('value' in outcome)) return outcome;
      const words = t(`done.${deed as 'archive'}`, {
        no: outcome.value.no,
        defaultValue: t('done.any', { no: outcome.value.no, deed: nameOf(deed) }),
      });
      if (deed === 'return') undoing.offer(words, deed, [one.id]);
      else void message.success(words);
      closeOwn();
      onHandled([one.id]);
      return outcome;
    },
    merge: async (primary: Mergeable, members: readonly Mergeable[]) => {
      const outcome = await deeds.merge(primary.id, idsOf(members));
      if (!('value' in outcome)) return outcome;
      const merged = idsOf(outcome.value.filter((row) => row.ok));
      fetchAgain(primary.id);
      onHandled(merged);
      if (merged.length < outcome.value.length) showResults('merge', idsOf(members), outcome.value);
      else {
        closeOwn();
        undoing.offer(t('done.merge', { count: merged.length, no: primary.no }), 'merge', merged);
      }
      return outcome;
    },
  };
}
export type Handling = ReturnType<typeof useHandling>;
