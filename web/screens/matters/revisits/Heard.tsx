import { useTranslation } from 'react-i18next';
import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { shanghaiTime } from '../../../ui/time.ts';

/** What came of it, once it was made or counts. */
export function Heard({ revisit }: { revisit: RevisitWholeFragment }) {
  const { t } = useTranslation(['revisits', 'words']);
  const { doneAt, doneByName, method, told, opinion, isSolved, rating, reason, kind } = revisit;
  if (!doneAt) return null;
  const isAsked = kind !== 'FILING' && method !== null;
  return (
    <section>
      <h3 className="report-heading">{t('outcome.title')}</h3>
      <Facts
        className="report-facts"
        facts={[
          [t('outcome.solved'), isSolved === null ? null : t(isSolved ? 'outcome.yes' : 'outcome.no')],
          [t('outcome.rating'), isAsked && (rating ? t(`words:rating.${rating}`) : t('outcome.declined'))],
          [t('outcome.told'), told],
          [t('outcome.opinion'), opinion],
          [t('outcome.reason'), reason],
          [t('outcome.method'), method && t(`words:verifiedBy.${method}`)],
          [t('outcome.by'), `${doneByName ?? ''} ${shanghaiTime(doneAt)}`],
        ]}
      />
    </section>
  );
}
