import { useQuery } from '@apollo/client/react';
import { INSTRUCTION_MACHINE, type InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import * as documents from '../../nouns/instructions/deeds.derived.generated.ts';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { Results } from '../../nouns/instructions/Results.tsx';
import { WayOf } from '../../nouns/instructions/WayOf.tsx';
import { useViewer } from '../../session/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Dialog } from '../../ui/phone/dialogs.ts';
import { useSaid } from '../../ui/phone/useSaid.ts';
import { CaseLines } from './CaseLines.tsx';
import { type LeaderCaseLineFragment, LeaderInstructionDocument } from './cases.generated.ts';
import { InstructionCard } from './InstructionCard.tsx';
import { InstructSheet } from './InstructSheet.tsx';
import instructions from './instructions.module.css';
import { ReaderHead } from './ReaderHead.tsx';
import css from './reader.module.css';

/** An instruction's whole way: who has it now and since when, what came of it; and the leader's last word on that. */
export function InstructionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('leader');
  const { data, error, refetch } = useQuery(LeaderInstructionDocument, { variables: { id } });
  const cases = data?.instruction?.cases ?? [];
  useRefetchOnChanges(
    ({ kind, instructionId, caseId }) =>
      instructionId === id || kind === 'CASE_OPENED' || cases.some((each) => each.id === caseId),
    refetch,
  );
  return (
    <Loaded data={data} asked={{ error, refetch }} isPage>
      {({ instruction }) => (
        <div className={css.reader}>
          <ReaderHead
            to="/leader/instructions"
            back={t('instructions.back')}
            title={t('instruction.of', { no: instruction?.no ?? '' })}
          />
          <AsOf questions={[[LeaderInstructionDocument, { id }]]} />
          {instruction ? (
            <Whole instruction={instruction} cases={instruction.cases} onChanged={refetch} />
          ) : (
            <Empty text={t('instruction.gone')} />
          )}
        </div>
      )}
    </Loaded>
  );
}

interface Props {
  instruction: InstructionWholeFragment;
  /** Somebody was first: what they did is fetched. */
  onChanged: () => unknown;
}

function Whole({ instruction, cases, onChanged }: Props & { cases: readonly LeaderCaseLineFragment[] }) {
  const { t } = useTranslation('leader');
  return (
    <div className={instructions.way}>
      <InstructionCard instruction={instruction} isWhole />
      {instruction.children.map(({ id, no, text }) => (
        <p key={id}>
          <Link to={`/leader/instructions/${id}`}>{t('instruction.again', { no, text })}</Link>
        </p>
      ))}
      <LastWord instruction={instruction} onChanged={onChanged} />
      {cases.length > 0 && (
        <section>
          <h2 className="instruction-way-head">{t('case.ofInstruction')}</h2>
          <CaseLines cases={cases} />
        </section>
      )}
      <Results results={instruction.results} />
      <WayOf steps={instruction.timeline} />
    </div>
  );
}

/** The result is there: its leader accepts it, or instructs again. */
function LastWord({ instruction, onChanged }: Props) {
  const { t } = useTranslation('leader');
  const said = useSaid();
  const { person } = useViewer();
  const { isBusy, one } = useDeeds<InstructionDeed, InstructionWholeFragment>(INSTRUCTION_MACHINE, documents);
  const [isInstructing, setInstructing] = useState(false);
  if (instruction.state !== 'RESULT_TO_LEADER' || instruction.leader.id !== person.id) return null;
  const accept = async () => {
    const isSure = await Dialog.confirm({
      title: t('accept.title'),
      content: t('accept.about'),
      confirmText: t('accept.deed'),
    });
    if (!isSure) return;
    const outcome = await one('acceptResult', instruction);
    said(outcome, t('accept.done', { no: instruction.no }));
    if ('failure' in outcome) onChanged();
  };
  return (
    <div className={instructions.lastWord}>
      {may(INSTRUCTION_MACHINE, 'acceptResult', instruction) && (
        <Button block color="primary" size="large" loading={isBusy} onClick={() => void accept()}>
          {t('accept.deed')}
        </Button>
      )}
      <Button block size="large" onClick={() => setInstructing(true)}>
        {t('instruct.anew')}
      </Button>
      {isInstructing && (
        <InstructSheet
          target={{ kind: 'parent', id: instruction.id }}
          title={t('instruct.on', { no: instruction.no, text: instruction.text })}
          reports={[]}
          first={instruction.responsibleUnit}
          onClose={() => setInstructing(false)}
        />
      )}
    </div>
  );
}
