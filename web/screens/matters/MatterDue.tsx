import { useTranslation } from 'react-i18next';

interface Due {
  dueOn: string | null;
  isOverdue: boolean;
}

/** The day by which a matter is to be done next, and whether that has passed. */
export function MatterDue({ of: { dueOn, isOverdue } }: { of: Due }) {
  const { t } = useTranslation('matters');
  if (!dueOn) return null;
  return (
    <span className="matter-due">
      {dueOn} {isOverdue && <span className="report-overdue">{t('tray.OVERDUE')}</span>}
    </span>
  );
}
