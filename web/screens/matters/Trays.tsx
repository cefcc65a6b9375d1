import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TrayTabs } from '../../ui/desk/TrayTabs.tsx';
import type { InstructionCountsQuery } from './matters.generated.ts';
import { SHOWN, type Shown } from './trays.ts';

type Counts = InstructionCountsQuery['instructionCounts'];

/** 待登记 / 待签收 / 在办 / 待核实 / 待领导阅 / 办结 / 超期, with what each holds; an open instruction stays open. */
export function Trays({ shown, counts }: { shown: Shown; counts: Counts | undefined }) {
  const { t } = useTranslation(['matters', 'words']);
  const { id } = useParams();
  const count = (tray: Shown) => {
    if (tray === 'ALL') return counts?.received;
    return tray === 'OVERDUE' ? counts?.overdue : counts?.trays.find((each) => each.tray === tray)?.count;
  };
  const nameOf = (tray: Shown) =>
    tray === 'ALL' || tray === 'OVERDUE' ? t(`tray.${tray}`) : t(`words:instructionTray.${tray}`);
  const trays = SHOWN.map((tray) => ({
    to: `/matters${id ? `/${id}` : ''}${tray === 'ALL' ? '' : `?tray=${tray}`}`,
    name: nameOf(tray),
    count: count(tray),
    isCurrent: tray === shown,
    isLate: tray === 'OVERDUE',
  }));
  return <TrayTabs label={t('trays')} trays={trays} />;
}
