import { problemKey } from '@lxq/schema/problems.ts';
import type { ReportProblem } from '@lxq/schema/reports/report-draft.ts';
import { useTranslation } from 'react-i18next';

/** The words of the first of the problems that lies in one of these fields. */
export function ProblemText({ of, problems }: { of: ReportProblem['field'][]; problems: readonly ReportProblem[] }) {
  const { t } = useTranslation('officer');
  const problem = problems.find(({ field }) => of.includes(field));
  return (
    <p className="report-form-problem" role="alert" data-problem={problem && problemKey(problem)}>
      {problem && t(`problem.${problemKey(problem)}`, { ...problem })}
    </p>
  );
}
