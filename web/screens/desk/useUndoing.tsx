import { REPORT_MACHINE, type ReportDeed } from '@lxq/schema/reports/report-states.ts';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUndoOffer } from '../../deeds/desk/useUndoOffer.tsx';
import { undoingOf } from '../../deeds/useDeeds.ts';
import type { DeedResultFragment } from '../../nouns/reports/report.generated.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import type { Outcome } from '../../ui/useOnce.ts';
import { KEY_CAPS } from './keys.ts';
import type { BulkDeed } from './ResultsDialog.tsx';
import { useExplanation } from './useExplanation.ts';
import type { ReportDeeds } from './useReportDeeds.ts';

export type Undoable = 'triage' | 'return' | 'flagUrgent' | 'merge';
interface Options {
  deeds: ReportDeeds;
  numberOf: (id: string) => string;
  showResults: (deed: BulkDeed, ids: readonly string[], results: readonly DeedResultFragment[]) => void;
  /** They are back in the list. */
  onReturned: () => void;
}

const undoing = (deed: Undoable) => undoingOf(REPORT_MACHINE, deed) as ReportDeed;

/** What was just done may be taken back: from the note that says it, by a key, or from the report itself. */
export function useUndoing({ deeds, numberOf, showResults, onReturned }: Options) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const explain = useExplanation();
  const { offer, undoLatest } = useUndoOffer(<Kbd>{KEY_CAPS.undo}</Kbd>);

  async function one(deed: Undoable, id: string) {
    const no = numberOf(id);
    const outcome = await deeds.one(undoing(deed), { id });
    if ('failure' in outcome) await explain(outcome.failure, { id, no });
    if ('value' in outcome) void message.success(t(`undone.${deed}`, { no: outcome.value.no }));
    return outcome;
  }
  async function many(deed: Undoable, ids: readonly string[]) {
    const outcome = await deeds.many(undoing(deed), ids);
    if ('failure' in outcome) await explain(outcome.failure, undefined);
    if (!('value' in outcome)) return outcome;
    const [first] = outcome.value;
    if (ids.length === 1 && first?.ok) void message.success(t(`undone.${deed}`, { no: first.report?.no ?? '' }));
    else showResults(undoing(deed) as BulkDeed, ids, outcome.value);
    return outcome;
  }
  /** Of several that are taken back one by one: what came of the last, or of one that failed. */
  async function takeBack(deed: Undoable, ids: readonly string[]): Promise<Outcome<unknown>> {
    let outcome: Outcome<unknown> = { isRepeat: true };
    if ('many' in REPORT_MACHINE[undoing(deed)]) outcome = await many(deed, ids);
    else
      for (const id of ids) {
        const each = await one(deed, id);
        if (!('failure' in outcome)) outcome = each;
        if ('isRepeat' in each) break;
      }
    if (!('isRepeat' in outcome)) onReturned();
    return outcome;
  }

  return {
    takeBack,
    undoLatest,
    /** Of what is no deed of the machine. */
    offerUndo: offer,
    offer: (words: string, deed: Undoable, ids: readonly string[]) =>
      offer({ key: `${deed}-${ids[0]}`, words, undo: () => takeBack(deed, ids) }),
  };
}
