import { REPORT_MACHINE, type ReportDeed } from '@lxq/schema/reports/report-states.ts';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { undoingOf } from '../../deeds/useDeeds.ts';
import type { DeedResultFragment } from '../../nouns/reports/report.generated.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
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

/** As long as somebody who erred needs to see it. */
const OFFERED_SECONDS = 10;

/** What was just done may be taken back: from the note that says it, by a key, or from the report itself. */
export function useUndoing({ deeds, numberOf, showResults, onReturned }: Options) {
  const { t } = useTranslation('desk');
  const { message, notification } = App.useApp();
  const explain = useExplanation();
  const isNarrow = useIsNarrow();
  const latest = useRef<{ key: string; undo: () => Promise<void> } | undefined>(undefined);

  async function one(deed: Undoable, id: string) {
    const no = numberOf(id);
    const outcome = await deeds.one(undoing(deed), { id });
    if ('failure' in outcome) await explain(outcome.failure, { id, no });
    if ('value' in outcome) void message.success(t(`undone.${deed}`, { no: outcome.value.no }));
  }
  async function many(deed: Undoable, ids: readonly string[]) {
    const outcome = await deeds.many(undoing(deed), ids);
    if ('failure' in outcome) await explain(outcome.failure, undefined);
    if (!('value' in outcome)) return;
    const [first] = outcome.value;
    if (ids.length === 1 && first?.ok) void message.success(t(`undone.${deed}`, { no: first.report?.no ?? '' }));
    else showResults(undoing(deed) as BulkDeed, ids, outcome.value);
  }
  async function takeBack(deed: Undoable, ids: readonly string[]) {
    if ('many' in REPORT_MACHINE[undoing(deed)]) await many(deed, ids);
    else for (const id of ids) await one(deed, id);
    onReturned();
  }

  /** Says what was done, and offers for a while to take it back. */
  function offer(words: string, deed: Undoable, ids: readonly string[]) {
    const key = `${deed}-${ids[0]}`;
    const undo = async () => {
      notification.destroy(key);
      latest.current = undefined;
      await takeBack(deed, ids);
    };
    latest.current = { key, undo };
    notification.success({
      key,
      title: words,
      duration: OFFERED_SECONDS,
      showProgress: true,
      // On a phone the deeds stand at the bottom.
      placement: isNarrow ? 'top' : 'bottomLeft',
      actions: (
        <Button onClick={() => void undo()}>
          {t('undo')} {!isNarrow && <Kbd>{KEY_CAPS.undo}</Kbd>}
        </Button>
      ),
      onClose: () => {
        if (latest.current?.key === key) latest.current = undefined;
      },
    });
  }

  return {
    offer,
    takeBack,
    undoLatest: () => (latest.current ? void latest.current.undo() : void message.info(t('nothingToUndo'))),
  };
}
