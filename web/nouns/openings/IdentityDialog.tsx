import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { Countdown } from '../reports/Countdown.tsx';
import type { Shown } from './useOpeningDeeds.ts';

/** The name, until it is closed or its time is up; it stands nowhere else on the machine. */
export function IdentityDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { expiresAt, report } = shown.opening;
  useEffect(() => {
    const timer = setTimeout(onClose, Date.parse(expiresAt) - Date.now());
    return () => clearTimeout(timer);
  }, [expiresAt, onClose]);
  return (
    <DeskModal
      open
      title={t('opening.shown.title', { no: report.no })}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('opening.shown.close')}
        </Button>
      }
    >
      <dl className="report-facts">
        <div>
          <dt>{t('opening.shown.name')}</dt>
          <dd>
            <b>{shown.name}</b>
          </dd>
        </div>
        <div>
          <dt>{t('opening.shown.unit')}</dt>
          <dd>{shown.unitName}</dd>
        </div>
      </dl>
      <p className="report-note report-note-amber">
        {t('opening.shown.note')} <Countdown to={expiresAt} />
      </p>
    </DeskModal>
  );
}
