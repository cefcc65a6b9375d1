import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { countyNow } from '../../ui/county-clock.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Countdown } from '../reports/Countdown.tsx';
import type { Shown } from './useOpeningDeeds.ts';
import '../reports/reading.css';

/** The name, until it is closed or its time is up; it stands nowhere else on the machine. */
export function IdentityDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useTranslation('openings');
  const { expiresAt, report } = shown.opening;
  useEffect(() => {
    const timer = setTimeout(onClose, Date.parse(expiresAt) - countyNow());
    return () => clearTimeout(timer);
  }, [expiresAt, onClose]);
  return (
    <DeskModal
      open
      title={t('shown.title', { no: report.no })}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('shown.close')}
        </Button>
      }
    >
      <Facts
        className="report-facts"
        facts={[
          [t('shown.name'), <b key="name">{shown.name}</b>],
          [t('shown.unit'), shown.unitName],
        ]}
      />
      <p className="report-note report-note-amber">
        {t('shown.note')} <Countdown to={expiresAt} />
      </p>
    </DeskModal>
  );
}
