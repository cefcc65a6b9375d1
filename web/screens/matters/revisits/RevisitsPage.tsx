import { useQuery } from '@apollo/client/react';
import { REVISIT_MACHINE, REVISITS_TO_DO } from '@lxq/schema/revisits/revisit-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { may } from '../../../deeds/useDeeds.ts';
import type { Change } from '../../../live/stream.ts';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { useTabTitle } from '../../../live/useTabTitle.ts';
import { useViewer } from '../../../session/session.ts';
import { TrayTabs } from '../../../ui/desk/TrayTabs.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PagedList } from '../../../ui/PagedList.tsx';
import { usePages } from '../../../ui/usePages.ts';
import { MattersFrame } from '../MattersFrame.tsx';
import { RevisitFilters } from './RevisitFilters.tsx';
import { RevisitList } from './RevisitList.tsx';
import { RevisitPanel } from './RevisitPanel.tsx';
import { addressOf, type Listed, nextAfter, shownIn, TRAYS } from './revisitAddress.ts';
import { RevisitCountsDocument, type RevisitLineFragment, RevisitListDocument } from './revisits.generated.ts';
import './revisits.css';

const PAGE = 30;
/** A case or an instruction that goes on begins or ends its revisits. */
const concernsRevisits = ({ revisitId, caseId, instructionId }: Change) =>
  Boolean(revisitId ?? caseId ?? instructionId);

/** 回访: a list to call from, what has waited longest first; one of them open beside it, and the next one a press away. */
export function RevisitsPage() {
  const { t } = useTranslation(['revisits', 'words']);
  const { post } = useViewer();
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const shown = shownIn(params);
  const { tray, kind, mine } = shown;
  const isCounty = LEVEL_OF[post.role] === 'COUNTY';
  const counts = useQuery(RevisitCountsDocument);
  const asked = useQuery(RevisitListDocument, { variables: { filter: { tray, kind, mine }, first: PAGE } });
  const pages = usePages(asked.data?.revisits, asked, asked.previousData?.revisits);
  useRefetchOnChanges(concernsRevisits, () => Promise.all([pages.refetch(), counts.refetch()]));
  const countOf = (of: typeof tray) => counts.data?.revisitCounts.find((each) => each.tray === of)?.count;
  useTabTitle(t('title'), countOf('TODO'));
  const next = useNext(id, pages.rows);
  return (
    <MattersFrame
      title={t('title')}
      list={
        <PagedList pages={pages} empty={<Empty text={t(`none.${tray}`)} />}>
          {(rows) => <RevisitList rows={rows} current={id} addressOf={(of) => addressOf(shown, of)} />}
        </PagedList>
      }
      panel={
        id ? (
          <RevisitPanel
            key={id}
            id={id}
            next={next && addressOf(shown, next)}
            onClose={() => navigate(addressOf(shown))}
          />
        ) : null
      }
    >
      <TrayTabs
        label={t('trays')}
        trays={TRAYS.map((each) => ({
          to: addressOf({ ...shown, tray: each }),
          name: t(`words:revisitTray.${each}`),
          count: countOf(each),
          isCurrent: each === tray,
        }))}
      />
      <RevisitFilters shown={shown} hasOthers={isCounty} onChange={(to) => navigate(addressOf(to))} />
    </MattersFrame>
  );
}

/** Which is called next, also when the one that is open has left the list. */
function useNext(id: string | undefined, rows: readonly RevisitLineFragment[] = NONE): string | null {
  const before = useRef<readonly Listed[]>([]);
  const listed = useMemo(() => rows.map((row) => ({ id: row.id, isTheirs: isTheirs(row) })), [rows]);
  const isOpenListed = rows.some((row) => row.id === id);
  useEffect(() => {
    if (isOpenListed) before.current = listed;
  }, [isOpenListed, listed]);
  return nextAfter(id, listed, before.current);
}
const NONE: readonly RevisitLineFragment[] = [];
const isTheirs = (row: RevisitLineFragment) =>
  !REVISITS_TO_DO.includes(row.state) || may(REVISIT_MACHINE, 'complete', row);
