import { useQuery } from '@apollo/client/react';
import { ACCOUNTABILITY_KEEPERS } from '@lxq/schema/accountabilities/accountability-states.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { useTabTitle } from '../../../live/useTabTitle.ts';
import { useViewer } from '../../../session/session.ts';
import { PeriodChips } from '../../../ui/desk/PeriodChips.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { MatterKinds } from '../MatterKinds.tsx';
import { NewMatter } from '../NewMatter.tsx';
import { ByKind, ByUnit } from './Figures.tsx';
import { daysOf, PERIODS, type Period } from './periods.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { Records } from './Records.tsx';
import { SupervisionDocument } from './supervision.generated.ts';
import '../matters.css';
import './supervision.css';

/** 督查统计: what was ordered, censured and decided in a month or year, by township and department (R67, R71); a township has its own. */
export function SupervisionPage() {
  const { t } = useTranslation('supervision');
  const { post } = useViewer();
  const [period, choose] = usePeriod();
  const variables = daysOf(period, new Date());
  const { data, previousData, error, refetch } = useQuery(SupervisionDocument, { variables });
  useRefetchOnChanges(
    ({ orderId, censureId, accountabilityId }) => Boolean(orderId ?? censureId ?? accountabilityId),
    refetch,
  );
  useTabTitle(t('title'));
  const mayRecord = (ACCOUNTABILITY_KEEPERS as readonly string[]).includes(post.role);
  return (
    <div className="report-page supervision">
      <header className="as-wrap matter-top">
        <h1>{t('title')}</h1>
        <MatterKinds />
        <PeriodChips
          label={t('periods')}
          periods={PERIODS}
          nameOf={(each) => t(`period.${each}`)}
          current={period}
          onChoose={choose}
        />
        {mayRecord && <NewMatter name={t('record.deed')} dialog={RecordDialog} />}
      </header>
      <p className="supervision-note">{t('note')}</p>
      <Loaded data={data ?? previousData} asked={{ error, refetch }} rows={8}>
        {({ supervisionByUnit, accountabilityByKind, accountabilities }) => (
          <>
            <ByUnit rows={supervisionByUnit} />
            <ByKind rows={accountabilityByKind} />
            <Records rows={accountabilities} onChanged={refetch} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** In the address; this year unless another is asked for. */
function usePeriod(): [Period, (period: Period) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (period: Period) => setSearch(period === 'thisYear' ? {} : { period }, { replace: true });
  return [PERIODS.find((period) => period === search.get('period')) ?? 'thisYear', choose];
}
