import { useTranslation } from 'react-i18next';
import type { Problem } from '../../device/draft.ts';

/** The words of the first of `of` that is to be shown now. */
export function ProblemText({ of, problems }: { of: readonly Problem[]; problems: readonly Problem[] }) {
  const { t } = useTranslation('officer');
  const problem = of.find((one) => problems.includes(one));
  return (
    <p className="report-form-problem" role="alert" data-problem={problem}>
      {problem && t(`problem.${problem}`)}
    </p>
  );
}
