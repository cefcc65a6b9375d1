import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { MeasuresDocument } from './analyst.generated.ts';
import { Bench } from './Bench.tsx';
import { Start } from './Start.tsx';
import './analyst.css';

/** What the viewer may see, measured: a question to begin with, then the table that answers it. */
export function AnalystPage() {
  const { t } = useTranslation('analyst');
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(MeasuresDocument, { fetchPolicy: 'cache-first' });
  const isAsked = search.has('measures');
  useTabTitle(t('title'));
  return (
    <div className="analyst">
      {!isAsked && <h1 className="sr-only">{t('title')}</h1>}
      <Loaded data={data?.measures} asked={{ error, refetch }} rows={10} isPage={isAsked}>
        {(measures) => (isAsked ? <Bench all={measures} /> : <Start measures={measures} />)}
      </Loaded>
      <p className="table-note">
        <Link to="/analyst/reports">{t('reports')}</Link>
      </p>
    </div>
  );
}
