import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Timeline } from '../../nouns/reports/Timeline.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { DigestTimelineDocument } from './desk.generated.ts';
import css from './digests.module.css';

/** Who moved the issue, when, from where to where, and what they said. */
export function IssueTimeline({ id }: { id: string }) {
  const { t } = useTranslation('digests');
  const { data, error, refetch } = useQuery(DigestTimelineDocument, { variables: { id } });
  useRefetchOnChanges(['DIGEST_MOVED', 'DIGEST_ISSUED'], () => refetch());
  return (
    <section className={css.panel}>
      <Loaded data={data?.digest.timeline} asked={{ error, refetch }} empty={<Empty text={t('timeline.none')} />}>
        {(steps) => <Timeline steps={steps} />}
      </Loaded>
    </section>
  );
}
