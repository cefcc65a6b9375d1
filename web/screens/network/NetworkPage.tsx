import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { CountyOverview } from '../../nouns/network/CountyOverview.tsx';
import { TermTable } from '../../nouns/network/TermTable.tsx';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Portfolios } from './Portfolios.tsx';
import { Units } from './Units.tsx';
import '../../nouns/network/network.css';

const VIEWS = ['units', 'portfolios', 'terms'] as const;

/** Who reports and who is in charge: units and their coverage, leaders' portfolios, dictionaries. */
export function NetworkPage() {
  const { t } = useTranslation('network');
  const [search] = useSearchParams();
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'units';
  useTabTitle(t('title'));
  return (
    <div className="network">
      <h1 className="sr-only">{t('title')}</h1>
      <CountyOverview />
      <LinkTabs
        label={t('title')}
        tabs={VIEWS.map((key) => ({
          to: key === 'units' ? '/network' : `/network?view=${key}`,
          name: t(`view.${key}`),
          isCurrent: key === view,
        }))}
      />
      {view === 'units' && <Units />}
      {view === 'portfolios' && <Portfolios />}
      {view === 'terms' && (
        <>
          <TermTable kind="TOPIC" />
          <TermTable kind="SOURCE" />
        </>
      )}
    </div>
  );
}
