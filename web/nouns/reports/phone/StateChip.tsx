import { useTranslation } from 'react-i18next';
import type { ReportState } from '../../../contract.generated.ts';

const TONES: Record<ReportState, 'wait' | 'good' | 'bad' | 'still'> = {
  SUBMITTED: 'wait',
  RETURNED: 'bad',
  URGENT: 'bad',
  TRIAGED: 'wait',
  MERGED: 'wait',
  DIGESTED: 'good',
  CASED: 'wait',
  ORDERED: 'wait',
  REPLIED: 'good',
  ARCHIVED: 'still',
  WITHDRAWN: 'still',
};

/** A report's state in plain words. */
export function StateChip({ state }: { state: ReportState }) {
  const { t } = useTranslation('officer');
  return <span className={`chip chip-${TONES[state]}`}>{t(`mine.state.${state}`)}</span>;
}
