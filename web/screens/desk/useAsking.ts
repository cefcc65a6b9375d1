import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import type { DeedAsk } from './DeedBar.tsx';
import type { DeskRowFragment } from './desk.generated.ts';
import type { Mergeable } from './mergePlan.ts';
import { type HandlingDeed, may } from './rights.ts';
import type { TextDeed } from './TextDialog.tsx';
import type { Handling } from './useHandling.tsx';
import type { Undoable } from './useUndoing.tsx';

interface Options {
  current: ReportWholeFragment | DeskRowFragment | undefined;
  chosenDuplicates: readonly Mergeable[];
  selection: { ids: readonly string[] };
  rows: readonly DeskRowFragment[];
  handling: Handling;
}

/** What a key or a button asks for: of everything chosen, else of the current report, if the viewer may. */
export function useAsking({ current, chosenDuplicates, selection, rows, handling }: Options) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const { setDialog } = handling;
  const many = selection.ids;

  /** Calls `then` with the current report when the deed is open to the viewer, and says so when it is not. */
  const withCurrent = (deed: HandlingDeed, then: (report: NonNullable<typeof current>) => void) => {
    if (!current) return void message.info(t('nothingCurrent'));
    if (!may(deed, current)) return void message.warning(t('notAllowed', { no: current.no, deed: t(`deed.${deed}`) }));
    then(current);
  };
  const askText = (deed: TextDeed) =>
    withCurrent(deed, (report) => setDialog({ kind: 'text', deed, ids: [report.id] }));
  const askUrgent = () => withCurrent('flagUrgent', (report) => setDialog({ kind: 'urgent', report }));
  const askPlan = () => withCurrent('planUrgent', (report) => setDialog({ kind: 'plan', report }));
  const triage = (topic?: string) => withCurrent('triage', (report) => void handling.triage(report, topic));
  /** An urgent report is accepted with a plan. */
  const accept = () => (current && may('planUrgent', current) ? askPlan() : triage());
  const takeBack = (undoing: HandlingDeed, deed: Undoable) =>
    withCurrent(undoing, (report) => void handling.takeBack(deed, [report.id]));
  const mergeDuplicates = () =>
    withCurrent('merge', (report) => {
      if (chosenDuplicates.length === 0) return void message.info(t('merge.chooseFirst'));
      setDialog({ kind: 'merge', reports: [report, ...chosenDuplicates] });
    });
  const mergeChosen = () => setDialog({ kind: 'merge', reports: rows.filter((row) => many.includes(row.id)) });

  const deeds: DeedAsk = {
    triage,
    return: () => askText('return'),
    merge: mergeDuplicates,
    unmerge: () => takeBack('unmerge', 'merge'),
    untriage: () => takeBack('untriage', 'triage'),
    unreturn: () => takeBack('unreturn', 'return'),
    unflagUrgent: () => takeBack('unflagUrgent', 'flagUrgent'),
    flagUrgent: askUrgent,
    planUrgent: askPlan,
    lowerUrgent: () => askText('lowerUrgent'),
    reply: () => askText('reply'),
    archive: () => askText('archive'),
  };
  return {
    deeds,
    mergeDuplicates,
    accept: () => (many.length > 0 ? setDialog({ kind: 'triageMany', ids: many }) : accept()),
    return: () => (many.length > 0 ? setDialog({ kind: 'text', deed: 'return', ids: many }) : askText('return')),
    merge: () => (many.length > 1 ? mergeChosen() : mergeDuplicates()),
    urgent: askUrgent,
  };
}
