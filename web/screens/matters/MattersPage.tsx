import { useQuery } from '@apollo/client/react';
import type { InstructionTray } from '@lxq/schema/instructions/instruction-states.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { INSTRUCTION_CHANGES } from '../../nouns/instructions/changes.ts';
import { usePages } from '../../ui/usePages.ts';
import { ClosingRate } from './ClosingRate.tsx';
import { InstructionPanel } from './InstructionPanel.tsx';
import { InstructionTable } from './InstructionTable.tsx';
import { MatterPage } from './MatterPage.tsx';
import { trayIn } from './MatterTrays.tsx';
import { InstructionCountsDocument, InstructionListDocument } from './matters.generated.ts';
import { SHOWN, type Shown, Trays } from './Trays.tsx';

const PAGE = 50;

/** 批示: the office's instructions, and at a unit those that it acts on, by where they lie; one of them open beside the list. */
export function MattersPage() {
  const { t } = useTranslation('matters');
  const [params] = useSearchParams();
  const shown = trayIn(SHOWN, params);
  const counts = useQuery(InstructionCountsDocument);
  const asked = useQuery(InstructionListDocument, { variables: { filter: filterOf(shown), first: PAGE } });
  const pages = usePages(asked.data?.instructions, asked, asked.previousData?.instructions);
  useRefetchOnChanges(INSTRUCTION_CHANGES, () => Promise.all([pages.refetch(), counts.refetch()]));
  const held = counts.data?.instructionCounts;
  useTabTitle(t('title'), held?.overdue);
  return (
    <MatterPage
      title={t('title')}
      base="/matters"
      pages={pages}
      none={t(`none.${shown}`)}
      table={(rows) => <InstructionTable {...rows} />}
      panel={(panel) => <InstructionPanel key={panel.id} {...panel} />}
    >
      <Trays shown={shown} counts={held} />
      {held && <ClosingRate counts={held} />}
    </MatterPage>
  );
}

function filterOf(shown: Shown): { tray?: InstructionTray; overdue?: boolean } {
  if (shown === 'ALL') return {};
  return shown === 'OVERDUE' ? { overdue: true } : { tray: shown };
}
