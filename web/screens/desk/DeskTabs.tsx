import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TRAYS, type Tray } from '../../nouns/reports/filter.ts';
import { countText } from '../../ui/count-text.ts';
import './desk.css';

interface Props {
  current: Tray | undefined;
  counts: { todo: number; doing: number; overdue: number; done: number } | undefined;
  linkTo: (tray: Tray) => string;
}

/** 待办 / 在办 / 超期 / 已办, each a link, with what it holds under the present filter. */
export function DeskTabs({ current, counts, linkTo }: Props) {
  const { t } = useTranslation(['desk', 'words']);
  const count = (tray: Tray) => counts?.[tray.toLowerCase() as Lowercase<Tray>];
  const textOf = (held: number | undefined) => (held === undefined ? '–' : countText(held));
  return (
    <nav className="desk-tabs" aria-label={t('trays')}>
      {TRAYS.map((tray) => (
        <Link
          key={tray}
          to={linkTo(tray)}
          aria-current={tray === current ? 'page' : undefined}
          className={tray === 'OVERDUE' && (count(tray) ?? 0) > 0 ? 'desk-tab desk-tab-overdue' : 'desk-tab'}
        >
          {t(`words:tray.${tray}`)} <span className="desk-tab-count">{textOf(count(tray))}</span>
        </Link>
      ))}
    </nav>
  );
}
