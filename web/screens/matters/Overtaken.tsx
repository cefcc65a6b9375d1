import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What somebody else has written or done meanwhile: it stands beside what is typed here, until that goes over it knowingly, where it still may. */
export function Overtaken({ isPossible, children }: { isPossible: boolean; children: ReactNode }) {
  const { t } = useTranslation('matters');
  return (
    <Alert
      type="warning"
      showIcon
      className="matter-overtaken"
      title={t(isPossible ? 'overtaken' : 'overtakenForGood')}
      description={<div className="as-verbatim">{children}</div>}
    />
  );
}
