import { FROZEN_STATES } from '@lxq/schema/digests/digest-states.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DigestState } from '../../contract.generated.ts';
import { useViewer } from '../../session/session.ts';
import { countyNow } from '../../ui/county-clock.ts';
import { shanghaiDay } from '../../ui/time.ts';
import { overdueDays } from './period.ts';

interface Issue {
  state: DigestState;
  periodTo: string;
  no: number | null;
}

/** R32: the cycle has passed and no issue followed the last one of these, newest first. */
export function Lateness({ rows }: { rows: readonly Issue[] }) {
  const { t } = useTranslation('digests');
  const { county } = useViewer();
  const last = rows.find((row) => row.state !== 'VOIDED' && FROZEN_STATES.includes(row.state));
  const days = last ? overdueDays(last.periodTo, county.digestCycle, shanghaiDay(countyNow())) : 0;
  if (!last || days <= 0) return null;
  return <Alert type="warning" showIcon title={t('late', { no: last.no, days })} />;
}
