import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../failure.ts';
import { useFailureWords } from '../failure-words.ts';

/** Why a deed was refused: in one line, or every guard that did not hold. */
export function FailureAlert({ failure }: { failure: Failure }) {
  const { t } = useTranslation('ui');
  const { line, reasons } = useFailureWords()(failure);
  const [first, ...others] = reasons;
  return (
    <Alert
      type="error"
      showIcon
      title={first ?? line}
      description={
        failure.code === 'OFFLINE' ? (
          t('offlineKept')
        ) : others.length > 0 ? (
          <ul className="as-points">
            {others.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : undefined
      }
    />
  );
}
