import {
  REPORT_MACHINE,
  type ReportDeed,
  type ReportFacts,
  type ReportState,
} from '@lxq/schema/reports/report-states.ts';
import type { Transition } from '@lxq/schema/transitions.ts';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskRowFragment, ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import type { Mergeable } from './mergePlan.ts';
import { useDeedName } from './useDeedName.ts';
import type { Handling } from './useHandling.tsx';
import { may } from './useReportDeeds.ts';
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
  const nameOf = useDeedName();

  /** Calls `then` with the current report when the deed is open to the viewer, and says so when it is not. */
  const withCurrent = (deed: ReportDeed, then: (report: NonNullable<typeof current>) => void) => {
    if (!current) return void message.info(t('nothingCurrent'));
    if (!may(deed, current)) return void message.warning(t('notAllowed', { no: current.no, deed: nameOf(deed) }));
    then(current);
  };
  const triage = (topic?: string) => withCurrent('triage', (report) => void handling.triage(report, topic));
  const askPlan = () => withCurrent('planUrgent', (report) => setDialog({ kind: 'plan', report }));
  /** An urgent report is accepted with a plan. */
  const accept = () => (current && may('planUrgent', current) ? askPlan() : triage());
  const mergeDuplicates = () =>
    withCurrent('merge', (report) => {
      if (chosenDuplicates.length === 0) return void message.info(t('merge.chooseFirst'));
      setDialog({ kind: 'merge', reports: [report, ...chosenDuplicates] });
    });
  const mergeChosen = () => setDialog({ kind: 'merge', reports: rows.filter((row) => many.includes(row.id)) });

  /** By what its row of the machine asks, but for those with a dialog of their own. */
  function ask(deed: ReportDeed) {
    const row: Transition<ReportState, ReportFacts> = REPORT_MACHINE[deed];
    if (deed === 'triage') triage();
    else if (deed === 'merge') mergeDuplicates();
    else if (deed === 'planUrgent') askPlan();
    else if (deed === 'flagUrgent') withCurrent(deed, (report) => setDialog({ kind: 'urgent', report }));
    else if (row.undoes) withCurrent(deed, (report) => void handling.takeBack(row.undoes as Undoable, [report.id]));
    else if (row.asks) withCurrent(deed, (report) => setDialog({ kind: 'text', deed, ids: [report.id] }));
    else withCurrent(deed, (report) => void handling.plain(deed, report));
  }
  return {
    ask,
    triageAs: triage,
    mergeDuplicates,
    accept: () => (many.length > 0 ? setDialog({ kind: 'triageMany', ids: many }) : accept()),
    return: () => (many.length > 0 ? setDialog({ kind: 'text', deed: 'return', ids: many }) : ask('return')),
    merge: () => (many.length > 1 ? mergeChosen() : mergeDuplicates()),
    urgent: () => ask('flagUrgent'),
  };
}
