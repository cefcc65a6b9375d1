import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { countText } from '../../ui/count-text.ts';
import type { InstructionCountsQuery } from './matters.generated.ts';
import { SHOWN, type Shown } from './trays.ts';
import '../desk/desk.css';

type Counts = InstructionCountsQuery['instructionCounts'];

/** 待登记 / 待签收 / 在办 / 待核实 / 待领导阅 / 办结 / 超期, each a link with what it holds. */
export function Trays({ shown, counts }: { shown: Shown; counts: Counts | undefined }) {
  const { t } = useTranslation(['matters', 'words']);
  const { id } = useParams();
  const count = (tray: Shown) => {
    if (tray === 'ALL') return counts?.received;
    return tray === 'OVERDUE' ? counts?.overdue : counts?.trays.find((each) => each.tray === tray)?.count;
  };
  const nameOf = (tray: Shown) =>
    tray === 'ALL' || tray === 'OVERDUE' ? t(`tray.${tray}`) : t(`words:instructionTray.${tray}`);
  return (
    <nav className="desk-tabs matter-trays" aria-label={t('trays')}>
      {SHOWN.map((tray) => (
        <Link
          key={tray}
          to={`/matters${id ? `/${id}` : ''}${tray === 'ALL' ? '' : `?tray=${tray}`}`}
          aria-current={tray === shown ? 'page' : undefined}
          className={tray === 'OVERDUE' && (counts?.overdue ?? 0) > 0 ? 'desk-tab desk-tab-overdue' : 'desk-tab'}
        >
          {nameOf(tray)} <span className="desk-tab-count">{counts ? countText(count(tray) ?? 0) : '–'}</span>
        </Link>
      ))}
    </nav>
  );
}
