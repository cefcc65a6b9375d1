import type { Problem } from '@lxq/schema/problems.ts';
import type { FormRule } from 'antd';
import { useTranslation } from 'react-i18next';

type FormProblem = Problem<string, 'MISSING' | 'SHORT' | 'LONG' | 'RANGE' | 'MANY' | 'CODE'>;

/** Rules of a form's fields out of the noun's own: what the server would refuse is said below the field before it is sent. */
export function useFieldRule<Values>(problemsOf: (values: Values) => FormProblem[]) {
  const { t } = useTranslation('ui');
  return (field: string): FormRule[] => [
    ({ getFieldsValue }) => ({
      validator: async () => {
        const problem = problemsOf(getFieldsValue()).find((each) => each.field === field);
        if (problem) throw new Error(t(`problem.${problem.problem}`, { ...problem }));
      },
    }),
  ];
}
