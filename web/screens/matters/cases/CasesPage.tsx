import { useQuery } from '@apollo/client/react';
import { CASE_OPENERS } from '@lxq/schema/cases/case-states.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CaseFilter } from '../../../contract.generated.ts';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { useTabTitle } from '../../../live/useTabTitle.ts';
import { CASE_CHANGES } from '../../../nouns/cases/changes.ts';
import { OpenCaseDialog } from '../../../nouns/cases/OpenCaseDialog.tsx';
import { useViewer } from '../../../session/session.ts';
import { usePages } from '../../../ui/usePages.ts';
import { MatterPage } from '../MatterPage.tsx';
import { trayIn } from '../MatterTrays.tsx';
import { NewMatter } from '../NewMatter.tsx';
import { CasePanel } from './CasePanel.tsx';
import { CaseTable } from './CaseTable.tsx';
import { CaseTrays, SHOWN_CASES, type ShownCases } from './CaseTrays.tsx';
import { CaseCountsDocument, CaseListDocument } from './cases.generated.ts';

const PAGE = 50;

/** 案件: the county's, and at a unit those that it takes part in, by where they lie; one of them open beside the list. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const { post } = useViewer();
  const [params] = useSearchParams();
  const shown = trayIn(SHOWN_CASES, params);
  const counts = useQuery(CaseCountsDocument);
  const asked = useQuery(CaseListDocument, { variables: { filter: filterOf(shown), first: PAGE } });
  const pages = usePages(asked.data?.cases, asked, asked.previousData?.cases);
  useRefetchOnChanges(CASE_CHANGES, () => Promise.all([pages.refetch(), counts.refetch()]));
  const held = counts.data?.caseCounts;
  useTabTitle(t('title'), held?.overdue);
  return (
    <MatterPage
      title={t('title')}
      base="/matters/cases"
      pages={pages}
      none={t(`none.${shown}`)}
      table={(rows) => <CaseTable {...rows} />}
      panel={(panel) => <CasePanel key={panel.id} {...panel} />}
    >
      <CaseTrays shown={shown} counts={held} />
      {(CASE_OPENERS as readonly string[]).includes(post.role) && (
        <NewMatter name={t('open.title')} dialog={OpenCaseDialog} />
      )}
    </MatterPage>
  );
}

function filterOf(shown: ShownCases): CaseFilter {
  if (shown === 'ALL') return {};
  if (shown === 'OVERDUE') return { overdue: true };
  return shown === 'LONG_PENDING' ? { longPending: true } : { tray: shown };
}
