import { useTranslation } from 'react-i18next';
import { useAfter } from './useAfter.ts';
import './loading.css';

/** A skeleton that shows only after 300 ms: what comes at once should not flicker. */
export function Loading({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  const shown = useAfter(300);
  const keys = Array.from({ length: rows }, (_, row) => `row-${row}`);
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      {shown && keys.map((key) => <div key={key} className="loading-row" />)}
    </div>
  );
}
