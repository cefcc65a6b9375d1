import { useQuery } from '@apollo/client/react';
import { REVISITS_TO_DO } from '@lxq/schema/revisits/revisit-states.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Change } from '../../../live/stream.ts';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { DeskAttachments } from '../../../nouns/attachments/desk/DeskAttachments.tsx';
import { runningClocks } from '../../../nouns/deadlines/runningClocks.tsx';
import { Papers } from '../../../nouns/papers/Papers.tsx';
import { CloseBar, PanelHead } from '../../../nouns/reports/ReportHead.tsx';
import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import { Gone } from '../Gone.tsx';
import { TextSection } from '../TextSection.tsx';
import { Attempts } from './Attempts.tsx';
import { Heard } from './Heard.tsx';
import { matterOf } from './matterOf.ts';
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
  const { subjectId } = data?.revisit ?? {};
  const concerns = ({ revisitId, caseId, instructionId }: Change) =>
    revisitId === id || (!!subjectId && (caseId === subjectId || instructionId === subjectId));
  useRefetchOnChanges(concerns, refetch);
  // Null is an answer: given to another unit, or not there.
  if (data && !data.revisit) return <Gone name={t('gone.title')} text={t('gone.text')} onClose={onClose} />;
  return (
    <article className="as-stack as-panel report-panel">
      {!data && <CloseBar onClose={onClose} />}
      <Loaded data={data?.revisit} asked={{ error, refetch }} isPage>
        {(revisit) => (
          <>
            <PanelHead
              no={matterOf(revisit)?.no ?? t('gone.title')}
              address={`/matters/revisits/${id}`}
              onClose={onClose}
            >
              <RevisitTags revisit={revisit} />
            </PanelHead>
            <div className="report-panel-body">
              <Title of={matterOf(revisit)} />
              <Heard revisit={revisit} />
              <DeskAttachments of="REVISIT" thing={revisit} refetch={refetch} />
              {REVISITS_TO_DO.includes(revisit.state) && (
                <section className="revisit-ask">
                  <h4>{t('ask.title')}</h4>
                  <p className="as-verbatim">{t(`ask.${revisit.kind}`)}</p>
                </section>
              )}
              <VillagerNumber revisit={revisit} />
              <Attempts revisit={revisit} />
              <Told revisit={revisit} />
              <Papers of="revisit" id={id} />
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
  const { case: ofCase, instruction, unit, scheduledAt, round } = revisit;
  const matter = ofCase ?? instruction;
  const last = matter?.results.at(-1);
  return (
    <>
      <TextSection title={t('matter')} text={matter?.brief ?? null} />
      {last && (
        <TextSection
          title={t('answered', { round: last.round })}
          text={t('words:said', { of: t(`words:finding.${last.finding}`), text: last.answer })}
        />
      )}
      <Facts
        className="report-facts"
        facts={[
          [t('fact.unit'), matter?.responsibleUnit?.name ?? null],
          [t('fact.place'), ofCase?.place.fullName ?? null],
          [t('fact.state'), ofCase && t(`words:caseState.${ofCase.state}`)],
          [t('fact.instruction'), instruction && t(`words:instructionState.${instruction.state}`)],
          [t('fact.revisitor'), unit.name],
          [t('fact.since'), shanghaiTime(scheduledAt)],
          [t('fact.round'), round > 1 && t('round', { round })],
          [t('fact.clocks'), runningClocks(revisit.deadlines)],
        ]}
      />
    </>
  );
}

/** What it is of, and the way there. */
function Title({ of }: { of: ReturnType<typeof matterOf> }) {
  const { t } = useTranslation('revisits');
  if (!of) return <p>{t('matterGone')}</p>;
  return (
    <h3 className="revisit-matter">
      <Link to={of.at}>{of.title}</Link>
    </h3>
  );
}
