import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What somebody else has written meanwhile: it stands beside what is typed here, until that goes over it knowingly. */
export function Overtaken({ children }: { children: ReactNode }) {
  const { t } = useTranslation('matters');
  return (
    <Alert
      type="warning"
      showIcon
      className="matter-overtaken"
      title={t('overtaken')}
      description={<div className="as-verbatim">{children}</div>}
    />
  );
}
