import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import type { AskedDeed } from '../useAskedDeed.ts';
import { useMatterForm } from '../useMatterForm.ts';

export type AskedCase = AskedDeed<CaseWholeFragment>;

/** The fields of a deed on a case. */
export const useCaseForm = <Fields extends object>(props: AskedCase, deed: string, stored: Fields) =>
  useMatterForm(props, `case.${deed}`, stored);
