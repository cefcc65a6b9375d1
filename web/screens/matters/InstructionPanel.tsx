import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { runningClocks } from '../../nouns/deadlines/runningClocks.tsx';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { InstructionStateTag } from '../../nouns/instructions/InstructionStateTag.tsx';
import {
  InstructionWholeDocument,
  type InstructionWholeFragment,
} from '../../nouns/instructions/instruction.generated.ts';
import { Results } from '../../nouns/instructions/Results.tsx';
import { useSession } from '../../session/session.ts';
import { ByAt } from '../../ui/ByAt.tsx';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useJoined } from '../../ui/useJoined.ts';
import { DueDay } from './DueDay.tsx';
import { InstructionCases } from './InstructionCases.tsx';
import { InstructionDeeds } from './InstructionDeeds.tsx';
import { InstructionRevisits } from './InstructionRevisits.tsx';
import type { Panel } from './MatterPage.tsx';
import { MatterPanel } from './MatterPanel.tsx';
import { TextSection } from './TextSection.tsx';

/** One instruction: the leader's words, what it is about, who acts, what came of it, and the whole way until now; its deeds stay in sight. */
export function InstructionPanel({ id, onClose }: Panel) {
  const { t } = useTranslation('matters');
  const { data, error, refetch } = useQuery(InstructionWholeDocument, { variables: { id } });
  useRefetchOnChanges((change) => change.instructionId === id, refetch);
  return (
    <MatterPanel
      thing={data?.instruction}
      asked={{ error, refetch }}
      address={`/matters/${id}`}
      gone={{ name: t('gone.title'), text: t('gone.text') }}
      of="instructionState"
      tags={({ state }) => <InstructionStateTag state={state} />}
      deeds={(instruction) => <InstructionDeeds instruction={instruction} onChanged={refetch} />}
      onClose={onClose}
    >
      {(instruction) => (
        <>
          <p className="as-verbatim matter-text">{instruction.text}</p>
          <Told instruction={instruction} />
          <TextSection title={t('brief')} text={instruction.brief} />
          <InstructionCases instruction={instruction} />
          <InstructionRevisits id={id} />
          <Results results={instruction.results} />
        </>
      )}
    </MatterPanel>
  );
}

function Told({ instruction }: { instruction: InstructionWholeFragment }) {
  const { t } = useTranslation(['matters', 'words']);
  const { leader, level, instructedAt, stateSince, coUnits, units, verifiedBy, parent, children } = instruction;
  const joined = useJoined();
  const about = useAbout(instruction);
  const facts: Fact[] = [
    [
      t('fact.leader'),
      <ByAt key="leader" by={`${leader.name} ${t(`words:leaderLevel.${level}`)}`} at={instructedAt} />,
    ],
    [t('fact.about'), about],
    [t('fact.due'), <DueDay key="due" instruction={instruction} />],
    [t('fact.clocks'), runningClocks(instruction.deadlines)],
    [t('fact.since'), shanghaiTime(stateSince)],
    [t('fact.main'), nameWithSigning(instruction.responsibleUnit)],
    [t('fact.co'), joined(coUnits.map(nameWithSigning))],
    [t('fact.objections'), instruction.objections > 0 && t('times', { count: instruction.objections })],
    [t('fact.designated'), instruction.isDesignated && t('yes')],
    [t('fact.returns'), instruction.returns > 0 && t('times', { count: instruction.returns })],
    [
      t('fact.verified'),
      verifiedBy && t('words:said', { of: t(`words:verifiedBy.${verifiedBy}`), text: instruction.verifiedFound }),
    ],
    [t('fact.answered'), instruction.answeredAt && shanghaiTime(instruction.answeredAt)],
    [t('fact.parent'), parent && <Other key="parent" of={[parent]} />],
    [t('fact.children'), children.length > 0 && <Other key="children" of={children} />],
  ];
  return <Facts className="report-facts" facts={facts} />;

  function nameWithSigning({ code, name }: { code: string; name: string }): string {
    const part = units.find(({ unit }) => unit.code === code);
    if (!part?.signedAt) return name;
    return t('signedFor', { unit: name, by: part.signedByName, time: shanghaiTime(part.signedAt) });
  }
}

const Other = ({ of }: { of: readonly { id: string; no: string }[] }) =>
  of.map(({ id, no }) => (
    <Link key={id} to={`/matters/${id}`}>
      {no}{' '}
    </Link>
  ));

/** What it was written on; a unit that acts reads the office's own words of it instead. */
function useAbout({ item, report }: InstructionWholeFragment): ReactNode {
  const issueName = useIssueName();
  const session = useSession();
  const screens = session.status === 'signedIn' ? session.viewer.screens : [];
  if (item && screens.includes('digests'))
    return (
      <Link to={`/digests/${item.digest.id}?item=${item.id}`}>
        {issueName(item.digest)} {item.number}. {item.title}
      </Link>
    );
  if (!report) return null;
  return screens.includes('desk') ? <Link to={`/desk/reports/${report.id}`}>{report.no}</Link> : report.no;
}
