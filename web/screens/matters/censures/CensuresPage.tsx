import { useQuery } from '@apollo/client/react';
import { CENSURE_MACHINE, CENSURE_TRAYS, type CensureTray } from '@lxq/schema/censures/censure-states.ts';
import { isDoneBy } from '@lxq/schema/transitions.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { useTabTitle } from '../../../live/useTabTitle.ts';
import { useViewer } from '../../../session/session.ts';
import { usePages } from '../../../ui/usePages.ts';
import { MatterPage } from '../MatterPage.tsx';
import { countIn, MatterTrays, trayIn } from '../MatterTrays.tsx';
import { NewMatter } from '../NewMatter.tsx';
import { DraftCensureDialog } from './CensureDialogs.tsx';
import { CensurePanel } from './CensurePanel.tsx';
import { CensureTable } from './CensureTable.tsx';
import { CensureCountsDocument, CensureListDocument } from './censures.generated.ts';

const PAGE = 50;
const BASE = '/matters/censures';
const SHOWN = [...(Object.keys(CENSURE_TRAYS) as CensureTray[]), 'ALL'] as const;

/** 通报: the county's, and at a unit those that name it, by where they lie; one of them open beside the list. */
export function CensuresPage() {
  const { t } = useTranslation(['censures', 'matters', 'words']);
  const { post } = useViewer();
  const [params] = useSearchParams();
  const shown = trayIn(SHOWN, params);
  const counts = useQuery(CensureCountsDocument);
  const filter = shown === 'ALL' ? {} : { tray: shown };
  const asked = useQuery(CensureListDocument, { variables: { filter, first: PAGE } });
  const pages = usePages(asked.data?.censures, asked, asked.previousData?.censures);
  useRefetchOnChanges(
    ({ censureId }) => Boolean(censureId),
    () => Promise.all([pages.refetch(), counts.refetch()]),
  );
  useTabTitle(t('title'));
  return (
    <MatterPage
      title={t('title')}
      base={BASE}
      pages={pages}
      none={t('none')}
      table={(rows) => <CensureTable {...rows} />}
      panel={(panel) => <CensurePanel key={panel.id} {...panel} />}
    >
      <MatterTrays
        base={BASE}
        trays={SHOWN}
        shown={shown}
        nameOf={(tray) => (tray === 'ALL' ? t('matters:tray.ALL') : t(`words:censureTray.${tray}`))}
        countOf={(tray) => countIn(counts.data?.censureCounts, tray)}
      />
      {isDoneBy(CENSURE_MACHINE.revise, post.role) && <NewMatter name={t('draft.title')} dialog={DraftCensureDialog} />}
    </MatterPage>
  );
}
