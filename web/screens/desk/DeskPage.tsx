import { QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { OPENERS } from '@lxq/schema/openings/opening-states.ts';
import { DESK_DEEDS } from '@lxq/schema/reports/report-desk.ts';
import { isDoneBy } from '@lxq/schema/transitions.ts';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../deeds/useKeys.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { AssignedChoices } from '../../nouns/desks/AssignedChoices.tsx';
import { MarkerSelect } from '../../nouns/desks/MarkerSelect.tsx';
import { OpeningsLink } from '../../nouns/openings/OpeningsLink.tsx';
import { ListTools } from '../../nouns/preferences/ListTools.tsx';
import { useArrangement } from '../../nouns/preferences/usePreference.ts';
import { Filters } from '../../nouns/reports/Filters.tsx';
import { ReportSplit } from '../../nouns/reports/ReportSplit.tsx';
import { useReport } from '../../nouns/reports/useReport.ts';
import { OpenTheme } from '../../nouns/themes/OpenTheme.tsx';
import { useViewer } from '../../session/session.ts';
import { afterClosing } from '../../ui/useBackCloses.ts';
import { BesideBar } from './BesideBar.tsx';
import { BesideDialogs } from './BesideDialogs.tsx';
import { BulkBar } from './BulkBar.tsx';
import { afterLeaving, stepFrom } from './between.ts';
import { DeedBar } from './DeedBar.tsx';
import { DeskDialogs } from './DeskDialogs.tsx';
import { DeskTabs } from './DeskTabs.tsx';
import { Duplicates } from './Duplicates.tsx';
import { type DeskKey, HELD, KEYS } from './keys.ts';
import type { Mergeable } from './mergePlan.ts';
import { QueueList } from './QueueList.tsx';
import { ReportPanel } from './ReportPanel.tsx';
import { UrgentStrip } from './UrgentStrip.tsx';
import { useAsking } from './useAsking.ts';
import { useBeside } from './useBeside.tsx';
import { useDeskPlace } from './useDeskPlace.ts';
import { useHandling } from './useHandling.tsx';
import { useQueue } from './useQueue.ts';
import { may } from './useReportDeeds.ts';
import { useRowsBeside } from './useRowsBeside.ts';
import { useSelection } from './useSelection.ts';
import './desk.css';

const DESK = { table: KEYS, held: HELD };
const LINES = ['LINE', 'DIRECT'] as const;
const NO_LINES = [] as const;
const MANY_BESIDE = ['assign', 'mark', 'urge'] as const;

/** The desk of a township or the county: the queue, and beside it the report that is being handled. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const viewer = useViewer();
  const place = useDeskPlace();
  const { shown, openId } = place;
  const { filter } = shown;
  const arrangement = useArrangement('DESK');
  const queue = useQueue(shown);
  const rows = useMemo(() => queue.rows ?? [], [queue.rows]);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const selection = useSelection(ids);
  const [cursorId, setCursorId] = useState<string>();
  /** Where to go on once the dialog that a deed has opened is closed. */
  const [next, setNext] = useState<{ id: string | undefined }>();
  const [duplicates, setDuplicates] = useState<{ of: string; chosen: Mergeable[] }>();
  const { report, error, refetch } = useReport(openId);
  useTabTitle(t('title'), queue.counts?.todo);

  const currentId = openId ?? cursorId;
  const current = report ?? rows.find((row) => row.id === currentId);
  const chosenDuplicates = duplicates && duplicates.of === currentId ? duplicates.chosen : [];

  useFirstRow(place.tray, queue.rows, setCursorId);
  const goTo = (id: string | undefined) => {
    setCursorId(id);
    if (!openId) return;
    if (id) place.open(id, true);
    else place.close();
  };
  const handling = useHandling({
    numberOf: (id) =>
      [...rows, ...chosenDuplicates].find((row) => row.id === id)?.no ?? (report?.id === id ? report.no : ''),
    onHandled: (handled) => {
      const leaving = new Set(handled);
      if (filter.tray && currentId && leaving.has(currentId) && ids.includes(currentId))
        setNext({ id: afterLeaving(ids, leaving, currentId) });
      queue.leave(handled);
      selection.choose(selection.ids.filter((id) => !leaving.has(id)));
      setDuplicates(undefined);
    },
    onReturned: () => void queue.refresh(),
  });
  useEffect(() => {
    if (!next || handling.dialog) return;
    setNext(undefined);
    // Going on before the dialog's own entry of the history is gone would leave it behind.
    afterClosing(() => goTo(next.id));
  });
  const chosen = useMemo(() => rows.filter((row) => selection.ids.includes(row.id)), [rows, selection.ids]);
  const beside = useBeside({ current, chosen, handling });
  useRowsBeside(rows, queue.refresh);
  const asking = useAsking({ current, chosenDuplicates, selection, rows, handling });

  const canSeeDirect = viewer.level === 'COUNTY' && viewer.post.role !== 'DISCIPLINE_CLERK';
  const step = (by: 1 | -1) => goTo(stepFrom(ids, currentId, by));
  const leave = () => {
    if (openId) place.close();
    else selection.clear();
  };
  useKeys<DeskKey>(DESK, {
    next: () => step(1),
    previous: () => step(-1),
    open: () => !openId && currentId && place.open(currentId),
    accept: asking.accept,
    return: asking.return,
    merge: asking.merge,
    urgent: asking.urgent,
    assign: () => beside.ask('assign'),
    mark: () => beside.ask('mark'),
    note: () => beside.ask('note'),
    urge: () => beside.ask('urge'),
    undo: handling.undoLatest,
    select: () => currentId && selection.selecting.toggle(currentId, false),
    ...(viewer.screens.includes('search') ? { search: place.search } : {}),
    help: () => handling.setDialog({ kind: 'help' }),
    leave,
  });

  return (
    <div className="report-page">
      <header className="as-row desk-top">
        <h1>{t('title')}</h1>
        <DeskTabs current={place.tray} counts={queue.counts} linkTo={place.trayLink} />
        <div className="desk-top-deeds">
          {OPENERS.includes(viewer.post.role) && <OpeningsLink />}
          {viewer.screens.includes('search') && (
            <Button icon={<SearchOutlined />} onClick={place.search}>
              {t('search')}
            </Button>
          )}
          <Button
            icon={<QuestionCircleOutlined />}
            aria-label={t('help.title')}
            onClick={() => handling.setDialog({ kind: 'help' })}
          />
        </div>
      </header>
      <UrgentStrip urgent={queue.urgent} linkTo={place.linkTo} />
      <div className="as-row desk-tools">
        <ListTools screen="DESK" path="/desk" shown={shown} />
        <div className="as-wrap desk-own">
          <AssignedChoices value={filter.assigned} onChange={(assigned) => place.change({ assigned })} />
          <MarkerSelect value={filter.marker} onChange={(marker) => place.change({ marker })} isFilter />
        </div>
      </div>
      <Filters filter={filter} onChange={place.change} lines={canSeeDirect ? LINES : NO_LINES} />
      <BulkBar
        count={selection.ids.length}
        isBusy={handling.isBusy}
        onTriage={asking.accept}
        onReturn={asking.return}
        onMerge={asking.merge}
        beside={MANY_BESIDE.filter((deed) => isDoneBy(DESK_DEEDS[deed], viewer.post.role))}
        onBeside={beside.ask}
        onClear={selection.clear}
      >
        <OpenTheme reports={selection.ids} isBusy={handling.isBusy} />
      </BulkBar>
      <ReportSplit
        list={
          <QueueList
            queue={queue}
            linkTo={place.linkTo}
            currentId={currentId}
            selecting={
              rows.some((row) => may('triage', row) || may('return', row) || may('merge', row))
                ? selection.selecting
                : undefined
            }
            isDense={!!openId}
            arrangement={arrangement}
          />
        }
        panel={
          openId ? (
            <ReportPanel
              report={report}
              asked={{ error, refetch }}
              onClose={place.close}
              onStep={step}
              linkTo={place.linkTo}
              onUnmerge={(member) => void handling.takeBack('merge', [member.id])}
              isBusy={handling.isBusy}
              beside={report && <BesideBar report={report} deeds={beside} />}
              duplicates={
                report &&
                may('merge', report) && (
                  <Duplicates
                    key={report.id}
                    report={report}
                    chosen={chosenDuplicates}
                    onChoose={(chosen) => setDuplicates({ of: report.id, chosen })}
                    onMerge={asking.mergeDuplicates}
                    linkTo={place.linkTo}
                  />
                )
              }
              deeds={
                report && (
                  <DeedBar report={report} ask={asking.ask} triageAs={asking.triageAs} isBusy={handling.isBusy} />
                )
              }
            />
          ) : null
        }
      />
      <DeskDialogs handling={handling} />
      <BesideDialogs deeds={beside} />
    </div>
  );
}

/** In a tray just chosen the cursor stands on the first row, and the keys are the list's. */
function useFirstRow(
  tray: string | undefined,
  rows: readonly { id: string }[] | undefined,
  setCursor: (id: string | undefined) => void,
) {
  const shown = useRef(tray);
  useEffect(() => {
    if (!rows || shown.current === tray) return;
    shown.current = tray;
    setCursor(rows[0]?.id);
  }, [tray, rows, setCursor]);
}
