import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../ui/Loaded.tsx';
import { CountyOverviewDocument, type CountyOverviewQuery } from './analyst.generated.ts';
import { share } from './share.ts';
import './analyst.css';

type County = NonNullable<CountyOverviewQuery['viewer']>['county'];

/** The county's own figures, computed from its rows, and how far its network reaches (R2, R41). */
export function CountyOverview() {
  const { data, error, refetch } = useQuery(CountyOverviewDocument);
  return (
    <Loaded data={data?.viewer?.county} error={error} onRetry={() => void refetch()} rows={2}>
      {(county) => <Overview county={county} />}
    </Loaded>
  );
}

function Overview({ county }: { county: County }) {
  const { t } = useTranslation('analyst');
  const { figures } = county;
  const tiles: [string, number, string][] = [
    [t('figure.reports'), figures.reports, ''],
    [
      t('figure.problems'),
      figures.problems,
      t('figure.ofReports', { share: share(figures.problems, figures.reports) }),
    ],
    [t('figure.digests'), figures.digestsIssued, ''],
    [
      t('figure.instructions'),
      figures.instructions,
      t('figure.byLevel', { city: figures.instructionsByCity, county: figures.instructionsByCounty }),
    ],
    [t('figure.officers'), figures.officers, ''],
  ];
  return (
    <section className="analyst-overview" aria-label={t('overview')}>
      <header>
        <h2>{county.name}</h2>
        {figures.from && figures.to && <span>{t('figure.span', { from: figures.from, to: figures.to })}</span>}
        <span>{t('figure.units', figures)}</span>
      </header>
      <dl className="analyst-tiles">
        {tiles.map(([name, value, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value.toLocaleString()}</b> {note && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <CoverageList coverage={county.coverage} />
    </section>
  );
}

/** Units with an active officer over all units, by kind; the uncovered ones are a tap away. */
export function CoverageList({ coverage }: { coverage: County['coverage'] }) {
  const { t } = useTranslation(['analyst', 'words']);
  return (
    <ul className="analyst-coverage" aria-label={t('coverage')}>
      {coverage.map(({ kind, units, covered }) => (
        <li key={kind}>
          <Link to={`/network?kind=${kind}${covered < units ? '&uncovered=1' : ''}`}>
            {t(`words:unitKind.${kind}`)}
            <meter min={0} max={units || 1} value={covered} aria-hidden />
            <span className="analyst-number">
              {covered}/{units} · {share(covered, units)}%
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
