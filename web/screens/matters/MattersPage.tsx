import { useQuery } from '@apollo/client/react';
import type { InstructionTray } from '@lxq/schema/instructions/instruction-states.ts';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { INSTRUCTION_CHANGES } from '../../nouns/instructions/changes.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { ClosingRate } from './ClosingRate.tsx';
import { InstructionPanel } from './InstructionPanel.tsx';
import { InstructionTable } from './InstructionTable.tsx';
import { MattersFrame } from './MattersFrame.tsx';
import { InstructionCountsDocument, InstructionListDocument } from './matters.generated.ts';
import { Trays } from './Trays.tsx';
import { type Shown, shownIn } from './trays.ts';
import { useListKeys } from './useListKeys.ts';

const PAGE = 50;

/** 批示办理: the office's instructions, and at a unit those that it acts on, by where they lie; one of them open beside the list. */
export function MattersPage() {
  const { t } = useTranslation('matters');
  const { id } = useParams();
  const [params] = useSearchParams();
  const shown = shownIn(params);
  const counts = useQuery(InstructionCountsDocument);
  const asked = useQuery(InstructionListDocument, { variables: { filter: filterOf(shown), first: PAGE } });
  const pages = usePages(asked.data?.instructions, asked, asked.previousData?.instructions);
  useRefetchOnChanges(INSTRUCTION_CHANGES, () => Promise.all([pages.refetch(), counts.refetch()]));
  const held = counts.data?.instructionCounts;
  useTabTitle(t('title'), held?.overdue);
  const leave = useListKeys('/matters', pages.rows);
  return (
    <MattersFrame
      title={t('title')}
      list={
        <PagedList pages={pages} empty={<Empty text={t(`none.${shown}`)} />}>
          {(rows) => <InstructionTable rows={rows} current={id} isStale={pages.isStale} />}
        </PagedList>
      }
      panel={id ? <InstructionPanel key={id} id={id} onClose={leave} /> : null}
    >
      <Trays shown={shown} counts={held} />
      {held && <ClosingRate counts={held} />}
    </MattersFrame>
  );
}

function filterOf(shown: Shown): { tray?: InstructionTray; overdue?: boolean } {
  if (shown === 'ALL') return {};
  return shown === 'OVERDUE' ? { overdue: true } : { tray: shown };
}
