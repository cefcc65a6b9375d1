import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { TRAYS } from '../../nouns/reports/filter.ts';
import { TrayCountsDocument } from '../../nouns/reports/reports.generated.ts';
import { countText } from '../../ui/count-text.ts';
import { Loaded } from '../../ui/Loaded.tsx';

/** What waits on the viewer's desk; each number opens its tray. */
export function Trays() {
  const { t } = useTranslation(['home', 'words']);
  const { data, error, refetch } = useQuery(TrayCountsDocument, { variables: { filter: {} } });
  useRefetchOnChanges(null, refetch);
  return (
    <section className="as-panel home-card">
      <h2>{t('trays')}</h2>
      <Loaded data={data?.trayCounts} asked={{ error, refetch }} rows={2}>
        {(counts) => (
          <ul className="as-list home-trays">
            {TRAYS.map((tray) => {
              const count = counts[tray.toLowerCase() as Lowercase<typeof tray>];
              return (
                <li key={tray}>
                  <Link to={`/desk?tray=${tray}`} className={tray === 'OVERDUE' && count > 0 ? 'home-late' : undefined}>
                    <b>{countText(count)}</b>
                    <span>{t(`words:tray.${tray}`)}</span>
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
