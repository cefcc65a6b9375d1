import { useTranslation } from 'react-i18next';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';

/** The day by which a result is owed, and the work days until then. */
export function DueDay({ instruction }: { instruction: InstructionRowFragment }) {
  const { t } = useTranslation(['matters', 'words']);
  const { dueOn, isOverdue, workDaysLeft, isDueProvisional } = instruction;
  return (
    <span className="matter-due">
      {dueOn}
      {workDaysLeft !== null && (
        <span className={isOverdue ? 'report-overdue' : workDaysLeft <= 1 ? 'report-due-soon' : 'report-due-later'}>
          {isOverdue ? t('overdueBy', { count: Math.max(1, -workDaysLeft) }) : t('daysLeft', { count: workDaysLeft })}
          {isDueProvisional && !isOverdue && ` ${t('words:provisional')}`}
        </span>
      )}
    </span>
  );
}
