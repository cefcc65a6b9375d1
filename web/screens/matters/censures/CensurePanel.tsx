import { useQuery } from '@apollo/client/react';
import { CENSURE_MACHINE } from '@lxq/schema/censures/censure-states.ts';
import { startsFrom } from '@lxq/schema/transitions.ts';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { CensureWholeDocument, type CensureWholeFragment } from '../../../nouns/censures/censure.generated.ts';
import { runningClocks } from '../../../nouns/deadlines/runningClocks.tsx';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { Papers } from '../../../nouns/papers/Papers.tsx';
import { ByAt } from '../../../ui/ByAt.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { shanghaiDay, shanghaiTime } from '../../../ui/time.ts';
import type { Panel } from '../MatterPage.tsx';
import { MatterPanel } from '../MatterPanel.tsx';
import { CensureStateTag } from '../MatterStateTag.tsx';
import { TextSection } from '../TextSection.tsx';
import { CensureDeeds } from './CensureDeeds.tsx';

/** One censure: whom it names and why, what was said against it, and how it is put right. */
export function CensurePanel({ id, onClose }: Panel) {
  const { t } = useTranslation('censures');
  const { data, error, refetch } = useQuery(CensureWholeDocument, { variables: { id } });
  useRefetchOnChanges((change) => change.censureId === id, refetch);
  return (
    <MatterPanel
      thing={data?.censure}
      asked={{ error, refetch }}
      address={`/matters/censures/${id}`}
      gone={{ name: t('name'), text: t('gone') }}
      of="censureState"
      tags={({ state }) => <CensureStateTag state={state} />}
      deeds={(censure) => <CensureDeeds censure={censure} onChanged={refetch} />}
      onClose={onClose}
    >
      {(censure) => (
        <>
          <h3 className="matter-title">{censure.title}</h3>
          <Told censure={censure} />
          <TextSection title={t('fact.cause')} text={censure.cause} />
          <TextSection title={t('fact.evidence')} text={censure.evidence} />
          <TextSection title={t('fact.rule')} text={censure.rule} />
          <TextSection title={t('fact.appeal')} text={censure.appeal} />
          <TextSection title={t('fact.decided')} text={censure.decidedReason} />
          <TextSection title={t('fact.plan')} text={censure.plan} />
          <TextSection title={t('fact.found')} text={censure.found} />
          <Papers of="censure" id={id}>
            {isAhead(censure) && <PaperPreview of="censure" id={id} />}
          </Papers>
        </>
      )}
    </MatterPanel>
  );
}

function Told({ censure }: { censure: CensureWholeFragment }) {
  const { t } = useTranslation(['censures', 'matters']);
  const { draftedByName, draftedAt, approvedByName, approvedAt, issuedAt, appealUntil, appealedAt } = censure;
  return (
    <Facts
      className="report-facts"
      facts={[
        [t('fact.unit'), censure.unit.name],
        [t('matters:fact.clocks'), runningClocks(censure.deadlines)],
        [t('matters:fact.since'), shanghaiTime(censure.stateSince)],
        [t('fact.drafted'), <ByAt key="drafted" by={draftedByName} at={draftedAt} />],
        [t('fact.approved'), approvedAt && <ByAt key="approved" by={approvedByName ?? ''} at={approvedAt} />],
        [t('fact.issued'), issuedAt && shanghaiTime(issuedAt)],
        // Open to the end of its last day.
        [t('fact.appealUntil'), appealUntil && !appealedAt && shanghaiDay(Date.parse(appealUntil) - 1)],
        [t('fact.appealed'), appealedAt && shanghaiTime(appealedAt)],
      ]}
    />
  );
}

/** Whoever approves it looks at the same page as whoever issues it. */
const isAhead = ({ state }: CensureWholeFragment) =>
  startsFrom(CENSURE_MACHINE.approve, state) || startsFrom(CENSURE_MACHINE.issue, state);
