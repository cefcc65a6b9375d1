import { useTranslation } from 'react-i18next';
import { MatterDialog, type MatterDialogProps } from '../MatterDialog.tsx';
import type { AskedCase } from './useCaseForm.ts';

/** What a deed on a case asks beyond words. */
export function CaseDialog(props: Omit<MatterDialogProps, 'overtaken'> & { asked: AskedCase }) {
  const { t } = useTranslation('words');
  return <MatterDialog {...props} overtaken={t(`caseState.${props.asked.thing.state}`)} />;
}
