import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from './useBeside.tsx';
import './queue.css';

interface Props {
  count: number;
  isBusy: boolean;
  onTriage: () => void;
  onReturn: () => void;
  onMerge: () => void;
  /** What this desk may do beside. */
  beside: readonly Asked[];
  onBeside: (deed: Asked) => void;
  onClear: () => void;
  /** What else may come of all of them together. */
  children: ReactNode;
}

/** What may be done with everything chosen; the server answers for each row. */
export function BulkBar({ count, isBusy, onTriage, onReturn, onMerge, onClear, ...rest }: Props) {
  const { t } = useTranslation('desk');
  if (count === 0) return null;
  return (
    <section className="as-row desk-bulk" aria-label={t('bulk.label')}>
      <b aria-live="polite">{t('bulk.chosen', { count })}</b>
      <Button type="primary" size="small" loading={isBusy} onClick={onTriage}>
        {t('bulk.triage')}
      </Button>
      <Button size="small" disabled={isBusy} onClick={onReturn}>
        {t('bulk.return')}
      </Button>
      <Button size="small" disabled={isBusy || count < 2} onClick={onMerge}>
        {t('bulk.merge')}
      </Button>
      {rest.beside.map((deed) => (
        <Button key={deed} size="small" disabled={isBusy} onClick={() => rest.onBeside(deed)}>
          {t(`beside.${deed}`)}
        </Button>
      ))}
      {rest.children}
      <Button type="text" size="small" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </section>
  );
}
