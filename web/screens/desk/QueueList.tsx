import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arranged } from '../../nouns/preferences/usePreference.ts';
import { admits, type Filter } from '../../nouns/reports/filter.ts';
import { scrollListToTop } from '../../nouns/reports/ReportSplit.tsx';
import { ReportTable, type Selecting } from '../../nouns/reports/ReportTable.tsx';
import type { DeskRowFragment } from '../../nouns/reports/report.generated.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import type { Queue } from './useQueue.ts';
import './queue.css';

interface Props {
  queue: Queue;
  linkTo: (id: string) => string;
  currentId: string | undefined;
  selecting: Selecting | undefined;
  isDense: boolean;
  arrangement: Arranged;
}

/** The queue with the word of newcomers above it: the clerk decides when they come in. */
export function QueueList({ queue, ...table }: Props) {
  const { t } = useTranslation(['desk', 'reports']);
  const { filter } = queue;
  const isFaded = useCallback((row: DeskRowFragment) => !admits(filter, row), [filter]);
  const showNewcomers = () => void queue.refresh().then(scrollListToTop);
  return (
    <>
      <div className="desk-newcomers" aria-live="polite">
        {queue.newcomers > 0 && (
          <Button type="primary" shape="round" onClick={showNewcomers} loading={queue.isRefreshing}>
            {t('newcomers', { count: queue.newcomers })}
          </Button>
        )}
      </div>
      <PagedList pages={queue} empty={<EmptyQueue filter={filter} />} placeholders={12}>
        {(rows) => <ReportTable rows={rows} isFaded={isFaded} {...table} />}
      </PagedList>
    </>
  );
}

/** A tray worked through is good news; a filter that admits nothing is a question. */
function EmptyQueue({ filter: { tray, ...narrowing } }: { filter: Filter }) {
  const { t } = useTranslation(['desk', 'reports', 'words']);
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
  if (tray && !isNarrowed) return <Empty text={t('trayEmpty', { tray: t(`words:tray.${tray}`) })} />;
  return (
    <Empty text={t('reports:nothing')}>
      <span>{t('reports:nothingHint')}</span>
    </Empty>
  );
}
