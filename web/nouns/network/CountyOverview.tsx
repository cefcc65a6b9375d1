import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../session/session.ts';
import { countText } from '../../ui/count-text.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { share } from '../../ui/share.ts';
import { CountyOverviewDocument, type CountyOverviewQuery } from './network.generated.ts';
import './county-overview.css';

type County = NonNullable<CountyOverviewQuery['viewer']>['county'];

/** The county's own figures, computed from its rows, and how far its network reaches (R2, R41). */
export function CountyOverview() {
  const { data, error, refetch } = useQuery(CountyOverviewDocument);
  return (
    <Loaded data={data?.viewer?.county} asked={{ error, refetch }} rows={2}>
      {(county) => <Overview county={county} />}
    </Loaded>
  );
}

function Overview({ county }: { county: County }) {
  const { t } = useTranslation('network');
  const { level, post } = useViewer();
  const { figures } = county;
  return (
    <section className="as-panel county-overview" aria-label={t('overview')}>
      <header>
        <h2>{level === 'COUNTY' ? county.name : post.unit.name}</h2>
        {figures.from && figures.to && <span>{t('figure.span', { from: figures.from, to: figures.to })}</span>}
        {level === 'COUNTY' && <span>{t('figure.units', figures)}</span>}
      </header>
      <Figures figures={figures} />
      <CoverageList coverage={county.coverage} />
      {post.role === 'ADMIN' && <Unled coverage={county.coverage} />}
    </section>
  );
}

/** Below the county no issues and instructions are told of, so there are no tiles for them. */
function Figures({ figures }: Pick<County, 'figures'>) {
  const { t } = useTranslation('network');
  const tile = (value: number, note: string) => (
    <>
      <b>{countText(value)}</b> {note && <small>{note}</small>}
    </>
  );
  const { reports, problems, digestsIssued, instructions, officers } = figures;
  const levels = { city: figures.instructionsByCity, county: figures.instructionsByCounty };
  const facts: Fact[] = [
    [t('figure.reports'), tile(reports, '')],
    [t('figure.problems'), tile(problems, t('figure.ofReports', { share: share(problems, reports) }))],
    [t('figure.digests'), digestsIssued !== null && tile(digestsIssued, '')],
    [t('figure.instructions'), instructions !== null && tile(instructions, t('figure.byLevel', levels))],
    [t('figure.officers'), tile(officers, '')],
  ];
  return <Facts className="county-figures" facts={facts} />;
}

/** Units with an active officer over all units, by kind; the uncovered ones are a tap away for who has the network's screen. */
function CoverageList({ coverage }: Pick<County, 'coverage'>) {
  const { t } = useTranslation(['network', 'words']);
  const canOpen = useViewer().screens.includes('network');
  return (
    <ul className="as-wrap county-coverage" aria-label={t('coverage')}>
      {coverage.map(({ kind, units, covered }) => {
        const words = (
          <>
            {t(`words:unitKind.${kind}`)}
            <meter min={0} max={units || 1} value={covered} aria-hidden />
            <span className="county-number">
              {covered}/{units} · {share(covered, units)}%
            </span>
          </>
        );
        const to = `/network?kind=${kind}${covered < units ? '&uncovered=1' : ''}`;
        return <li key={kind}>{canOpen ? <Link to={to}>{words}</Link> : <span>{words}</span>}</li>;
      })}
    </ul>
  );
}

/** Exactly one principal a unit is asked for (R17): the administrator is told where there is none. */
function Unled({ coverage }: Pick<County, 'coverage'>) {
  const { t } = useTranslation('network');
  const count = coverage.reduce((sum, { units, withPrincipal }) => sum + units - withPrincipal, 0);
  if (!count) return null;
  return (
    <Link className="county-unled" to="/network?unled=1">
      {t('unled', { count })}
    </Link>
  );
}
