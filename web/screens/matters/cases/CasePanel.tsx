import { useQuery } from '@apollo/client/react';
import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { startsFrom } from '@lxq/schema/transitions.ts';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { DeskAttachments } from '../../../nouns/attachments/desk/DeskAttachments.tsx';
import { CaseStateTag } from '../../../nouns/cases/CaseStateTag.tsx';
import { CaseWholeDocument, type CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { DeskContact } from '../../../nouns/contacts/desk/DeskContact.tsx';
import { Results } from '../../../nouns/instructions/Results.tsx';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { Papers } from '../../../nouns/papers/Papers.tsx';
import { useAddedBy } from '../../../nouns/reports/useAddedBy.ts';
import type { Panel } from '../MatterPage.tsx';
import { MatterPanel } from '../MatterPanel.tsx';
import { CaseDeeds } from './CaseDeeds.tsx';
import { CaseMarks } from './CaseMarks.tsx';
import { CaseRevisits } from './CaseRevisits.tsx';
import { Answered, Assigned, Decided, Planned, Told } from './CaseTold.tsx';
import { ClosingGate } from './ClosingGate.tsx';
import { PLACES } from './places.ts';
import { Signatures } from './Signatures.tsx';
import './cases.css';

/** One case: what it is, who takes it and by when, what came of it, what its closing still lacks, and the whole way until now; its deeds stay in sight. */
export function CasePanel({ id, onClose }: Panel) {
  const { t } = useTranslation('cases');
  const { data, error, refetch } = useQuery(CaseWholeDocument, { variables: { id } });
  useRefetchOnChanges((change) => change.caseId === id, refetch);
  return (
    <MatterPanel
      thing={data?.case}
      asked={{ error, refetch }}
      address={`/matters/cases/${id}`}
      gone={{ name: t('gone.title'), text: t('gone.text') }}
      of="caseState"
      tags={(it) => (
        <>
          <CaseStateTag state={it.state} /> <CaseMarks of={it} />
        </>
      )}
      deeds={(it) => <CaseDeeds of={it} onChanged={refetch} />}
      onClose={onClose}
    >
      {(it) => (
        <>
          <h3 className="matter-title">{it.title}</h3>
          <p className="as-verbatim">{it.brief}</p>
          <Told of={it} />
          <Evidence of={it} refetch={refetch} />
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
        </>
      )}
    </MatterPanel>
  );
}

/** What was added to it, each under who added it and when. */
function Evidence({ of: it, refetch }: { of: CaseWholeFragment; refetch: () => Promise<unknown> }) {
  return <DeskAttachments of="CASE" thing={it} addedBy={useAddedBy(it.timeline)} refetch={refetch} />;
}

/** This round's report is written, and not signed yet. */
const isReportAhead = ({ state, round, results }: CaseWholeFragment) =>
  startsFrom(CASE_MACHINE.submitResult, state) && results.at(-1)?.round === round;
