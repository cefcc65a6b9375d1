import { useTranslation } from 'react-i18next';
import { TRAYS, type Tray } from '../../nouns/reports/filter.ts';
import { TrayTabs } from '../../ui/desk/TrayTabs.tsx';
import './desk.css';

interface Props {
  current: Tray | undefined;
  counts: { todo: number; doing: number; overdue: number; done: number } | undefined;
  linkTo: (tray: Tray) => string;
}

/** 待办 / 在办 / 超期 / 已办, each a link, with what it holds under the present filter. */
export function DeskTabs({ current, counts, linkTo }: Props) {
  const { t } = useTranslation(['desk', 'words']);
  const trays = TRAYS.map((tray) => ({
    to: linkTo(tray),
    name: t(`words:tray.${tray}`),
    count: counts?.[tray.toLowerCase() as Lowercase<Tray>],
    isCurrent: tray === current,
    isLate: tray === 'OVERDUE',
  }));
  return <TrayTabs label={t('trays')} trays={trays} />;
}
