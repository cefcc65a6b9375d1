import { CASE_TRAYS, type CaseTray } from '@lxq/schema/cases/case-states.ts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TrayTabs } from '../../../ui/desk/TrayTabs.tsx';
import type { CaseCountsQuery } from './cases.generated.ts';

/** Where cases lie, in the order of their way; what is late or long pending of all open ones stands apart. */
const SHOWN = [...(Object.keys(CASE_TRAYS) as CaseTray[]), 'OVERDUE', 'LONG_PENDING', 'ALL'] as const;
export type ShownCases = (typeof SHOWN)[number];
export const shownCasesIn = (params: URLSearchParams): ShownCases =>
  SHOWN.find((each) => each === params.get('tray')) ?? 'ALL';

interface Props {
  shown: ShownCases;
  counts: CaseCountsQuery['caseCounts'] | undefined;
}

/** 待受理 / 待交办 / … / 已办 / 超期 / 积案, with what each holds; an open case stays open. */
export function CaseTrays({ shown, counts }: Props) {
  const { t } = useTranslation(['cases', 'words']);
  const { id } = useParams();
  const count = (tray: ShownCases) => {
    if (tray === 'ALL') return counts?.trays.reduce((sum, each) => sum + each.count, 0);
    if (tray === 'OVERDUE') return counts?.overdue;
    if (tray === 'LONG_PENDING') return counts?.longPending;
    return counts?.trays.find((each) => each.tray === tray)?.count;
  };
  const nameOf = (tray: ShownCases) =>
    tray === 'ALL' || tray === 'OVERDUE' || tray === 'LONG_PENDING' ? t(`tray.${tray}`) : t(`words:caseTray.${tray}`);
  const trays = SHOWN.map((tray) => ({
    to: `/matters/cases${id ? `/${id}` : ''}${tray === 'ALL' ? '' : `?tray=${tray}`}`,
    ...{ name: nameOf(tray), count: count(tray), isCurrent: tray === shown },
    isLate: tray === 'OVERDUE' || tray === 'LONG_PENDING',
  }));
  return <TrayTabs label={t('trays')} trays={trays} />;
}
