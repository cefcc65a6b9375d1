import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

/** 办结率: closed of all that were given and not taken back. */
export function ClosingRate({ counts: { received, closed } }: { counts: { received: number; closed: number } }) {
  const { t } = useTranslation('matters');
  if (received === 0) return null;
  return (
    <Tooltip title={t('rate.of', { closed, received })}>
      <span className="matter-rate">
        {t('rate.name')} <b>{((closed / received) * 100).toFixed(2)}%</b>
      </span>
    </Tooltip>
  );
}
