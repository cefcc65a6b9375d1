import { useQuery } from '@apollo/client/react';
import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { startsFrom } from '@lxq/schema/transitions.ts';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { CaseStateTag } from '../../../nouns/cases/CaseStateTag.tsx';
import { CaseWholeDocument, type CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { DeskContact } from '../../../nouns/contacts/desk/DeskContact.tsx';
import { Results } from '../../../nouns/instructions/Results.tsx';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { Papers } from '../../../nouns/papers/Papers.tsx';
import { PanelHead } from '../../../nouns/reports/ReportHead.tsx';
import { TimelineSection } from '../../../nouns/reports/Timeline.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Gone } from '../Gone.tsx';
import { CaseDeeds } from './CaseDeeds.tsx';
import { CaseMarks } from './CaseMarks.tsx';
import { CaseRevisits } from './CaseRevisits.tsx';
import { Answered, Assigned, Decided, Planned, Told } from './CaseTold.tsx';
import { ClosingGate } from './ClosingGate.tsx';
import { PLACES } from './places.ts';
import { Signatures } from './Signatures.tsx';
import '../../../nouns/reports/reading.css';
import './cases.css';

interface Props {
  id: string;
  onClose: () => void;
}

/** One case: what it is, who takes it and by when, what came of it, what its closing still lacks, and the whole way until now; its deeds stay in sight. */
export function CasePanel({ id, onClose }: Props) {
  const { t } = useTranslation('cases');
  const { data, error, refetch } = useQuery(CaseWholeDocument, { variables: { id } });
  useRefetchOnChanges((change) => change.caseId === id, refetch);
  if (data && !data.case) return <Gone name={t('gone.title')} text={t('gone.text')} onClose={onClose} />;
  return (
    <article className="as-stack as-panel report-panel matter-panel">
      <Loaded data={data?.case} asked={{ error, refetch }} isPage>
        {(it) => (
          <>
            <PanelHead no={it.no} address={`/matters/cases/${id}`} onClose={onClose}>
              <CaseStateTag state={it.state} /> <CaseMarks of={it} />
            </PanelHead>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
            <div tabIndex={0} className="report-panel-body">
              <h3 className="case-title">{it.title}</h3>
              <p className="as-verbatim">{it.brief}</p>
              <Told of={it} />
              <DeskContact subject="CASE" id={id} />
              <ClosingGate of={it} />
              <Decided of={it} />
              <Assigned of={it} />
              <Planned of={it} />
              <div id={PLACES.results}>
                <Results results={it.results} />
              </div>
              <CaseRevisits of={it} />
              <Signatures of={it} />
              <Answered of={it} />
              <Papers of="case" id={id}>
                {isReportAhead(it) && <PaperPreview of="case" id={id} />}
              </Papers>
              <TimelineSection steps={it.timeline} of="caseState" />
            </div>
            <CaseDeeds of={it} onChanged={refetch} />
          </>
        )}
      </Loaded>
    </article>
  );
}

/** This round's report is written, and not signed yet. */
const isReportAhead = ({ state, round, results }: CaseWholeFragment) =>
  startsFrom(CASE_MACHINE.submitResult, state) && results.at(-1)?.round === round;
