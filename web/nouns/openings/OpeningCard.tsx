import { NOUNS } from '@lxq/schema/nouns.ts';
import { OPENING_MACHINE } from '@lxq/schema/openings/opening-states.ts';
import { Tag } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DeedButtons } from '../../deeds/desk/DeedButtons.tsx';
import { useQuestion } from '../../ui/desk/dialogs.tsx';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useStepName } from '../reports/useStepName.ts';
import { IdentityDialog } from './IdentityDialog.tsx';
import type { OpeningWholeFragment } from './openings.generated.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type Shown, useOpeningDeeds } from './useOpeningDeeds.ts';
import './openings.css';
import { useJoined } from '../../ui/useJoined.ts';

const COLOURS: Record<OpeningWholeFragment['state'], string> = {
  REQUESTED: 'blue',
  APPROVED: 'geekblue',
  OPENED: 'purple',
  REFUSED: 'red',
  WITHDRAWN: 'default',
  EXPIRED: 'default',
};

interface Props {
  opening: OpeningWholeFragment;
  /** Beside its report, whose text stands there already. */
  isBesideReport?: boolean;
}

/** One request with what is needed to judge it: who asks, why, about which report; and what may be done with it now. */
export function OpeningCard({ opening, isBesideReport }: Props) {
  const { t } = useTranslation('openings');
  const { report, state } = opening;
  return (
    <article className="opening" aria-label={t('of', { name: opening.requesterName, no: report.no })}>
      <header className="as-row opening-head">
        {isBesideReport ? (
          <b>{t('by', { name: opening.requesterName })}</b>
        ) : (
          <Link to={`/desk/reports/${report.id}`}>{t('of', { name: opening.requesterName, no: report.no })}</Link>
        )}
        <Tag color={COLOURS[state]} className="report-tag">
          {t(`state.${state}`, { count: opening.approvals.length })}
        </Tag>
      </header>
      {!isBesideReport && <p className="as-verbatim opening-content">{report.content}</p>}
      <Told opening={opening} />
      <History opening={opening} />
      <Deeds opening={opening} />
    </article>
  );
}

function Told({ opening }: { opening: OpeningWholeFragment }) {
  const { t } = useTranslation('openings');
  const joined = useJoined();
  const { state, approvals } = opening;
  const facts: Fact[] = [
    [t('reason'), opening.reason],
    [t('unit'), opening.about.name],
    [t('place'), opening.report.place.fullName],
    [t('requestedAt'), shanghaiTime(opening.requestedAt)],
  ];
  if (approvals.length) facts.push([t('approvedBy'), joined(approvals.map((one) => one.approverName))]);
  if (opening.refusalReason) facts.push([t('refusalReason'), opening.refusalReason]);
  if (opening.openedAt) facts.push([t('openedAt'), shanghaiTime(opening.openedAt)]);
  if (state === 'REQUESTED' || state === 'APPROVED' || state === 'OPENED')
    // The end of a day is its last minute, not the next day's first.
    facts.push([t(`until.${state}`), shanghaiTime(Date.parse(opening.expiresAt) - 1)]);
  return <Facts className="opening-facts" facts={facts} />;
}

/** Every step and every look, from the audit. */
function History({ opening }: { opening: OpeningWholeFragment }) {
  const { t } = useTranslation('openings');
  const name = useStepName();
  return (
    <details className="opening-history">
      <summary>{t('history', { count: opening.timeline.length })}</summary>
      <ol>
        {opening.timeline.map((step) => (
          <li key={step.id}>
            {name.deed(step)} · {name.actor(step)} · {shanghaiTime(step.at)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** As their buttons stand. */
const DEEDS = ['approveIdentity', 'openIdentity', 'refuseIdentity', 'unapproveIdentity', 'withdrawIdentity'] as const;
/** Confirmed, because they have consequences for others. */
const CONFIRMED = ['approveIdentity', 'openIdentity'] as const;

function Deeds({ opening }: { opening: OpeningWholeFragment }) {
  const { t } = useTranslation('openings');
  const { id, report, requesterName: name } = opening;
  const { no } = report;
  const deeds = useOpeningDeeds();
  const question = useQuestion();
  const [isRefusing, setRefusing] = useState(false);
  const [shown, setShown] = useState<Shown>();
  const hide = useCallback(() => setShown(undefined), []);
  const carry = async (deed: (typeof DEEDS)[number]) => {
    if (deed === 'openIdentity') setShown(await deeds.open(id, no));
    else await deeds.plain(deed, id, no);
  };
  const ask = (deed: (typeof DEEDS)[number]) => {
    if (deed === 'refuseIdentity') return setRefusing(true);
    if (deed !== 'approveIdentity' && deed !== 'openIdentity') return void carry(deed);
    const [title, content] = [t(`${deed}.title`, { no }), t(`${deed}.body`, { name })];
    question({ title, content, okText: t(`deed.${deed}`), onOk: () => carry(deed) });
  };
  return (
    <footer className="as-wrap opening-deeds">
      <DeedButtons
        machine={OPENING_MACHINE}
        deeds={DEEDS.filter((deed) => opening[NOUNS.openings.field(deed) as 'viewerCanOpen'])}
        primary={CONFIRMED}
        nameOf={(deed) => t(`deed.${deed}`)}
        isBusy={deeds.isBusy}
        ask={ask}
      />
      {isRefusing && (
        <ReasonDialog
          deed="refuseIdentity"
          subject={id}
          no={no}
          isBusy={deeds.isBusy}
          send={({ reason }) => deeds.carry('refuseIdentity', id, no, reason)}
          onClose={() => setRefusing(false)}
        />
      )}
      {shown && <IdentityDialog shown={shown} onClose={hide} />}
    </footer>
  );
}
