import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../failure.ts';

/** Why a deed was refused: the server's words and every guard that did not hold. */
export function FailureAlert({ failure }: { failure: Failure }) {
  const { t } = useTranslation(['desk', 'ui']);
  const isOffline = failure.code === 'OFFLINE';
  const reasons = failure.unmet.filter((reason) => reason !== failure.message);
  return (
    <Alert
      type="error"
      showIcon
      title={isOffline ? t('ui:offline') : failure.message}
      description={
        isOffline ? (
          t('offlineKept')
        ) : reasons.length > 0 ? (
          <ul className="desk-unmet">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : undefined
      }
    />
  );
}
