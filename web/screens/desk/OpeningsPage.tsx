import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { OPENING_CHANGES } from '../../nouns/openings/changes.ts';
import { OpeningCard } from '../../nouns/openings/OpeningCard.tsx';
import { OpeningsDocument, type OpeningWholeFragment } from '../../nouns/openings/openings.generated.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import '../../nouns/openings/openings.css';
import './desk.css';

const isWaiting = ({ viewerCanApprove, viewerCanOpen }: OpeningWholeFragment) => viewerCanApprove || viewerCanOpen;

/** The discipline desk's requests to see who wrote a sealed report: those that wait for the viewer, then the others. */
export function OpeningsPage() {
  const { t } = useTranslation('openings');
  const { data, error, refetch } = useQuery(OpeningsDocument);
  useRefetchOnChanges(OPENING_CHANGES, refetch);
  const openings = data?.identityOpenings;
  useTabTitle(t('title'), openings?.filter(isWaiting).length);
  return (
    <div className="openings">
      <header className="as-row desk-top">
        <h1>{t('title')}</h1>
        <Link to="/desk">{t('back')}</Link>
      </header>
      <Loaded data={openings} asked={{ error, refetch }} empty={<Empty text={t('none')} />}>
        {(found) => (
          <>
            <p className="report-heading">{t('waiting', { count: found.filter(isWaiting).length })}</p>
            {/* One list: a card that another's deed moves keeps the dialog that stands open on it. */}
            {[...found.filter(isWaiting), ...found.filter((opening) => !isWaiting(opening))].map((opening) => (
              <OpeningCard key={opening.id} opening={opening} />
            ))}
          </>
        )}
      </Loaded>
    </div>
  );
}
