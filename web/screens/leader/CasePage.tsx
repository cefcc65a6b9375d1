import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Attachments } from '../../nouns/attachments/Attachments.tsx';
import { Results } from '../../nouns/instructions/Results.tsx';
import { WayOf } from '../../nouns/instructions/WayOf.tsx';
import { useAddedBy } from '../../nouns/reports/useAddedBy.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useJoined } from '../../ui/useJoined.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { CaseLine } from './CaseLines.tsx';
import { LeaderCaseDocument, type LeaderCaseQuery } from './cases.generated.ts';
import instructions from './instructions.module.css';
import item from './item.module.css';
import { ReaderHead } from './ReaderHead.tsx';
import css from './reader.module.css';

type Case = NonNullable<LeaderCaseQuery['case']>;

/** A case to read: who has it, what its closing still lacks, what came of it, and its way until now. Nothing is done here. */
export function CasePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('leader');
  const { data, error, refetch } = useQuery(LeaderCaseDocument, { variables: { id } });
  useRefetchOnChanges((change) => change.caseId === id, refetch);
  return (
    <Loaded data={data} asked={{ error, refetch }} isPage>
      {({ case: matter }) => (
        <div className={css.reader}>
          <ReaderHead to="/leader" back={t('case.back')} title={t('case.of', { no: matter?.no ?? '' })} />
          <AsOf questions={[[LeaderCaseDocument, { id }]]} />
          {matter ? <Whole matter={matter} refetch={refetch} /> : <Empty text={t('case.gone')} />}
        </div>
      )}
    </Loaded>
  );
}

function Whole({ matter, refetch }: { matter: Case; refetch: () => Promise<unknown> }) {
  const { t } = useTranslation('leader');
  const nameOf = useTermName();
  const addedBy = useAddedBy(matter.timeline);
  return (
    <div className={instructions.way}>
      <CaseLine matter={matter} />
      <p className="as-verbatim">{matter.brief}</p>
      <Facts
        className={item.facts ?? ''}
        facts={[
          [t('case.topic'), nameOf(matter.topic)],
          [t('case.place'), matter.place.fullName],
          [t('case.unit'), matter.responsibleUnit?.name ?? null],
          [t('case.sponsor'), matter.sponsorName],
          [
            t('case.report'),
            matter.report && (
              <Link key="report" to={`/leader/reports/${matter.report.id}`}>
                {t('report.title', { no: matter.report.no })}
              </Link>
            ),
          ],
          [
            t('case.instruction'),
            matter.instruction && (
              <Link key="instruction" to={`/leader/instructions/${matter.instruction.id}`}>
                {t('instruction.of', { no: matter.instruction.no })}
              </Link>
            ),
          ],
        ]}
      />
      <Attachments of="CASE" attachments={matter.attachments} addedBy={addedBy} anew={refetch} heading="h2" />
      <Gate matter={matter} />
      <Results results={matter.results} />
      <WayOf steps={matter.timeline} of="caseState" />
    </div>
  );
}

/** 三不结案: what the villager said, who has signed, and what is still missing. */
function Gate({ matter: { state, revisits, signatures, closingUnmet } }: { matter: Case }) {
  const { t } = useTranslation(['leader', 'words']);
  const joined = useJoined();
  const made = revisits.filter(({ doneAt }) => doneAt);
  const isNear = state === 'REPORTED' || state === 'PRE_CLOSE_VISITED';
  const missing = isNear ? closingUnmet.map((guard) => t(`words:closing.${guard as 'opinion'}`)) : [];
  if (made.length + signatures.length + missing.length === 0) return null;
  return (
    <section>
      <h2 className="instruction-way-head">{t('case.gate')}</h2>
      <Facts
        className={item.facts ?? ''}
        facts={[
          [t('case.missing'), joined(missing)],
          ...made.map(({ kind, isSolved, rating, doneAt, state: came }) => {
            const heard =
              isSolved === null ? t(`words:revisitState.${came}`) : t(isSolved ? 'case.solved' : 'case.unsolved');
            const rated = rating ? ` · ${t(`words:rating.${rating}`)}` : '';
            return [t(`words:revisitKind.${kind}`), `${heard}${rated} · ${shanghaiTime(doneAt ?? '')}`] as const;
          }),
          ...signatures.map(
            ({ signsAs, signerName, at }) =>
              [t(`words:signsAs.${signsAs}`), `${signerName} ${shanghaiTime(at)}`] as const,
          ),
        ]}
      />
    </section>
  );
}
