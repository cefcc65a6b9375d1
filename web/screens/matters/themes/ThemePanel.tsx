import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { StateTag } from '../../../nouns/reports/StateTag.tsx';
import { ThemeWholeDocument, type ThemeWholeFragment } from '../../../nouns/themes/theme.generated.ts';
import { ByAt } from '../../../ui/ByAt.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import type { Panel } from '../MatterPage.tsx';
import { MatterPanel } from '../MatterPanel.tsx';
import { ThemeStateTag } from '../MatterStateTag.tsx';
import { TextSection } from '../TextSection.tsx';
import { ThemeDeeds } from './ThemeDeeds.tsx';

interface Part {
  theme: ThemeWholeFragment;
}

/** One theme: the reports that it is seen in, who answers for it, the one plan, and what every reporter was told. */
export function ThemePanel({ id, onClose }: Panel) {
  const { t } = useTranslation('themes');
  const { data, error, refetch } = useQuery(ThemeWholeDocument, { variables: { id } });
  useRefetchOnChanges((change) => change.themeId === id, refetch);
  return (
    <MatterPanel
      thing={data?.theme}
      asked={{ error, refetch }}
      address={`/matters/themes/${id}`}
      gone={{ name: t('name'), text: t('gone') }}
      of="themeState"
      tags={({ state }) => <ThemeStateTag state={state} />}
      deeds={(theme) => <ThemeDeeds theme={theme} onChanged={refetch} />}
      onClose={onClose}
    >
      {(theme) => (
        <>
          <h3 className="matter-title">{theme.title}</h3>
          <Told theme={theme} />
          <TextSection title={t('fact.plan')} text={theme.plan} />
          <TextSection title={t('fact.answer')} text={theme.answer} />
          <Reports theme={theme} />
        </>
      )}
    </MatterPanel>
  );
}

function Told({ theme }: Part) {
  const { t } = useTranslation(['themes', 'matters']);
  return (
    <Facts
      className="report-facts"
      facts={[
        [t('fact.unit'), theme.unit.name],
        [t('fact.opened'), <ByAt key="opened" by={theme.openedByName} at={theme.openedAt} />],
        [t('matters:fact.since'), shanghaiTime(theme.stateSince)],
        [t('fact.owner'), theme.owner],
        [t('fact.answered'), theme.answeredAt && shanghaiTime(theme.answeredAt)],
      ]}
    />
  );
}

function Reports({ theme: { reports, reportCount } }: Part) {
  const { t } = useTranslation('themes');
  const unseen = reportCount - reports.length;
  return (
    <section>
      <h3 className="report-heading">{t('reports', { count: reportCount })}</h3>
      <ul className="as-list matter-lines">
        {reports.map(({ id, no, state, place, excerpt }) => (
          <li key={id}>
            <Link to={`/desk/reports/${id}`}>{no}</Link> {place.fullName} <StateTag state={state} />
            <p>{excerpt}</p>
          </li>
        ))}
      </ul>
      {unseen > 0 && <p className="matter-since">{t('unseen', { count: unseen })}</p>}
    </section>
  );
}
