import { useQuery } from '@apollo/client/react';
import { REVISITS_TO_DO } from '@lxq/schema/revisits/revisit-states.ts';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { DeadlineTag } from '../../../nouns/deadlines/DeadlineTag.tsx';
import { PanelHead } from '../../../nouns/reports/ReportHead.tsx';
import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import { Attempts } from './Attempts.tsx';
import { Heard } from './Heard.tsx';
import { RevisitDeeds } from './RevisitDeeds.tsx';
import { RevisitTags } from './RevisitTags.tsx';
import { RevisitWholeDocument } from './revisits.generated.ts';
import { VillagerNumber } from './VillagerNumber.tsx';
import '../../../nouns/reports/reading.css';

interface Props {
  id: string;
  /** The address of the one that is called next. */
  next: string | null;
  onClose: () => void;
}

/** One revisit: what to ask, of which matter and what was answered, how the villager is reached, and what came of it; its deeds stay in sight. */
export function RevisitPanel({ id, next, onClose }: Props) {
  const { t } = useTranslation('revisits');
  const { data, error, refetch } = useQuery(RevisitWholeDocument, { variables: { id } });
  const caseId = data?.revisit?.case?.id;
  useRefetchOnChanges((change) => change.revisitId === id || (!!caseId && change.caseId === caseId), refetch);
  // Null is an answer: given to another unit, or not there.
  if (data && !data.revisit) return <Gone onClose={onClose} />;
  return (
    <article className="as-stack as-panel report-panel">
      <Loaded data={data?.revisit} asked={{ error, refetch }} isPage>
        {(revisit) => (
          <>
            <PanelHead no={revisit.case?.no ?? t('gone.title')} address={`/matters/revisits/${id}`} onClose={onClose}>
              <RevisitTags revisit={revisit} />
            </PanelHead>
            <div className="report-panel-body">
              {revisit.case ? <h3 className="revisit-matter">{revisit.case.title}</h3> : <p>{t('matterGone')}</p>}
              <Heard revisit={revisit} />
              {REVISITS_TO_DO.includes(revisit.state) && (
                <section className="revisit-ask">
                  <h4>{t('ask.title')}</h4>
                  <p className="as-verbatim">{t(`ask.${revisit.kind}`)}</p>
                </section>
              )}
              <VillagerNumber revisit={revisit} />
              <Attempts revisit={revisit} />
              <Told revisit={revisit} />
            </div>
            <RevisitDeeds revisit={revisit} next={next} onChanged={refetch} />
          </>
        )}
      </Loaded>
    </article>
  );
}

/** What the villager reported, who handles it, and what that unit answered. */
function Told({ revisit }: { revisit: RevisitWholeFragment }) {
  const { t } = useTranslation(['revisits', 'words']);
  const { case: matter, unit, scheduledAt, round } = revisit;
  const running = revisit.deadlines.filter(({ metAt, droppedAt }) => !metAt && !droppedAt);
  const last = matter?.results.at(-1);
  return (
    <>
      {matter && (
        <section>
          <h3 className="report-heading">{t('matter')}</h3>
          <p className="as-verbatim">{matter.brief}</p>
        </section>
      )}
      {last && (
        <section>
          <h3 className="report-heading">{t('answered', { round: last.round })}</h3>
          <p className="as-verbatim">
            {t(`words:finding.${last.finding}`)}。{last.answer}
          </p>
        </section>
      )}
      <Facts
        className="report-facts"
        facts={[
          [t('fact.unit'), matter?.responsibleUnit?.name ?? null],
          [t('fact.place'), matter?.place.fullName ?? null],
          [t('fact.state'), matter && t(`words:caseState.${matter.state}`)],
          [t('fact.revisitor'), unit.name],
          [t('fact.since'), shanghaiTime(scheduledAt)],
          [t('fact.round'), round > 1 && t('round', { round })],
          [
            t('fact.clocks'),
            running.length > 0 && running.map((each) => <DeadlineTag key={each.id} deadline={each} />),
          ],
        ]}
      />
    </>
  );
}

function Gone({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('revisits');
  return (
    <article className="as-stack as-panel report-panel">
      <PanelHead no={t('gone.title')} onClose={onClose} />
      <p className="report-panel-body">{t('gone.text')}</p>
    </article>
  );
}
