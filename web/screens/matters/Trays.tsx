import { INSTRUCTION_TRAYS, type InstructionTray } from '@lxq/schema/instructions/instruction-states.ts';
import { useTranslation } from 'react-i18next';
import { countIn, MatterTrays } from './MatterTrays.tsx';
import type { InstructionCountsQuery } from './matters.generated.ts';

/** Where instructions lie, in the order of their way; what is late of all open ones stands apart. */
export const SHOWN = [...(Object.keys(INSTRUCTION_TRAYS) as InstructionTray[]), 'OVERDUE', 'ALL'] as const;
export type Shown = (typeof SHOWN)[number];

type Counts = InstructionCountsQuery['instructionCounts'];

/** 待登记 / 待签收 / 在办 / 待核实 / 待领导阅 / 办结 / 超期, with what each holds. */
export function Trays({ shown, counts }: { shown: Shown; counts: Counts | undefined }) {
  const { t } = useTranslation(['matters', 'words']);
  const countOf = (tray: Shown) => {
    if (tray === 'ALL') return counts?.received;
    return tray === 'OVERDUE' ? counts?.overdue : countIn(counts?.trays, tray);
  };
  return (
    <MatterTrays
      base="/matters"
      trays={SHOWN}
      shown={shown}
      nameOf={(tray) => (tray === 'ALL' || tray === 'OVERDUE' ? t(`tray.${tray}`) : t(`words:instructionTray.${tray}`))}
      countOf={countOf}
      isLate={(tray) => tray === 'OVERDUE'}
    />
  );
}
