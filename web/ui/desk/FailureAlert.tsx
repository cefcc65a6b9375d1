import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../failure.ts';
import { useFailureWords } from '../failure-words.ts';

/** Why a deed was refused: in one line, or every guard that did not hold. It comes into sight wherever the button stands. */
export function FailureAlert({ failure }: { failure: Failure }) {
  const { t } = useTranslation('ui');
  const { line, reasons } = useFailureWords()(failure);
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another failure is shown anew
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for what undoes the effect.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const list = reasons.length > 1 && (
    <ul className="as-points">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
  return (
    <div ref={place}>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={list ? t('failure.REFUSED') : line}
        description={failure.code === 'OFFLINE' ? t('offlineKept') : list}
      />
    </div>
  );
}
