import { useTranslation } from 'react-i18next';
import type { CaseRowFragment } from '../../../nouns/cases/case.generated.ts';

/** The day by which it is to be done next, and whether that has passed. */
export function CaseDue({ of: { dueOn, isOverdue } }: { of: Pick<CaseRowFragment, 'dueOn' | 'isOverdue'> }) {
  const { t } = useTranslation('cases');
  if (!dueOn) return null;
  return (
    <span className="matter-due">
      {dueOn} {isOverdue && <span className="report-overdue">{t('overdue')}</span>}
    </span>
  );
}
