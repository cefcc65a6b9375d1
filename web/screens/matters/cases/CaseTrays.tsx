import { CASE_TRAYS, type CaseTray } from '@lxq/schema/cases/case-states.ts';
import { useTranslation } from 'react-i18next';
import { countIn, MatterTrays } from '../MatterTrays.tsx';
import type { CaseCountsQuery } from './cases.generated.ts';

/** Where cases lie, in the order of their way; what is late or long pending of all open ones stands apart. */
export const SHOWN_CASES = [...(Object.keys(CASE_TRAYS) as CaseTray[]), 'OVERDUE', 'LONG_PENDING', 'ALL'] as const;
export type ShownCases = (typeof SHOWN_CASES)[number];

interface Props {
  shown: ShownCases;
  counts: CaseCountsQuery['caseCounts'] | undefined;
}

/** 待受理 / 待交办 / … / 已办 / 超期 / 积案, with what each holds. */
export function CaseTrays({ shown, counts }: Props) {
  const { t } = useTranslation(['cases', 'words']);
  const countOf = (tray: ShownCases) => {
    if (tray === 'OVERDUE') return counts?.overdue;
    return tray === 'LONG_PENDING' ? counts?.longPending : countIn(counts?.trays, tray);
  };
  return (
    <MatterTrays
      base="/matters/cases"
      trays={SHOWN_CASES}
      shown={shown}
      nameOf={(tray) =>
        tray === 'ALL' || tray === 'OVERDUE' || tray === 'LONG_PENDING'
          ? t(`tray.${tray}`)
          : t(`words:caseTray.${tray}`)
      }
      countOf={countOf}
      isLate={(tray) => tray === 'OVERDUE' || tray === 'LONG_PENDING'}
    />
  );
}
