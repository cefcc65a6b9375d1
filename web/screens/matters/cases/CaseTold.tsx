import { GUARANTEES } from '@lxq/schema/cases/case-draft.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { runningClocks } from '../../../nouns/deadlines/runningClocks.tsx';
import { useViewer } from '../../../session/session.ts';
import { ByAt } from '../../../ui/ByAt.tsx';
import { type Fact, Facts } from '../../../ui/Facts.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import { useJoined } from '../../../ui/useJoined.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import { MatterDue } from '../MatterDue.tsx';

interface Part {
  of: CaseWholeFragment;
}
interface Section {
  title: string;
  facts: readonly Fact[];
  children?: ReactNode;
}

function Section({ title, facts, children }: Section) {
  return (
    <section>
      <h3 className="report-heading">{title}</h3>
      {children}
      <Facts className="report-facts" facts={facts} />
    </section>
  );
}

/** Other offices that have the same matter, and what may be told. */
function Linkages({ of: { linkages } }: Part) {
  const { t } = useTranslation('words');
  return linkages.map(({ id, kind, reference, mayTell }) => (
    <div key={id}>{t('said', { of: `${t(`linkage.${kind}`)} ${reference}`, text: mayTell })}</div>
  ));
}

/** How it came, what it is about and who received it, who sees it through (首问负责); its clocks; what it rests on. */
export function Told({ of: it }: Part) {
  const { t } = useTranslation(['cases', 'words']);
  const nameOf = useTermName();
  const joined = useJoined();
  const { screens } = useViewer();
  const { instruction, report } = it;
  const facts: Fact[] = [
    [t('fact.channel'), t(`words:caseChannel.${it.channel}`)],
    [t('fact.purpose'), t(`words:casePurpose.${it.purpose}`)],
    [t('fact.topic'), nameOf(it.topic)],
    [t('fact.place'), it.place.fullName],
    [t('fact.received'), it.receivedOn],
    [t('fact.receiver'), <ByAt key="receiver" by={`${it.receiverUnit.name} ${it.openedByName}`} at={it.openedAt} />],
    [t('fact.concerns'), joined(it.concerns.map(({ name }) => name))],
    [t('fact.grade'), it.grade && t(`words:caseGrade.${it.grade}`)],
    [t('fact.due'), it.dueOn && <MatterDue key="due" of={it} />],
    [t('fact.clocks'), runningClocks(it.deadlines)],
    [t('fact.since'), shanghaiTime(it.stateSince)],
    [t('fact.linkages'), it.linkages.length > 0 && <Linkages key="linkages" of={it} />],
    [
      t('fact.instruction'),
      instruction && (
        <Link key="instruction" to={`/matters/${instruction.id}`}>
          {instruction.no}
        </Link>
      ),
    ],
    [
      t('fact.report'),
      report &&
        (screens.includes('desk') ? (
          <Link key="report" to={`/desk/reports/${report.id}`}>
            {report.no}
          </Link>
        ) : (
          report.no
        )),
    ],
  ];
  return <Facts className="report-facts" facts={facts} />;
}

/** What the office has decided, and how the petitioner heard of it. */
export function Decided({ of: it }: Part) {
  const { t } = useTranslation(['cases', 'words']);
  if (!it.decision) return null;
  const facts: Fact[] = [
    [t('fact.outcome'), t(`words:caseOutcome.${it.decision}`)],
    [t('fact.route'), it.route && t(`words:caseRoute.${it.route}`)],
    [t('fact.to'), it.decidedTo ?? null],
    [t('fact.reason'), it.decidedReason ?? null],
    [t('fact.notice'), it.notice && t(`words:noticeForm.${it.notice}`)],
    [t('fact.legalAid'), it.isLegalAidOffered && t('yes')],
    [t('fact.decidedAt'), it.decidedAt && shanghaiTime(it.decidedAt)],
    [t('fact.onTheSpot'), it.isOnTheSpot && t('yes')],
    [t('fact.filedAt'), it.filedAt && shanghaiTime(it.filedAt)],
  ];
  return <Section title={t('section.decision')} facts={facts} />;
}

/** Who acts, with their signing; 五定 and 五包. */
export function Assigned({ of: it }: Part) {
  const { t } = useTranslation(['cases', 'words']);
  const joined = useJoined();
  const { sponsorName, sponsorUnit, guarantees } = it;
  if (!it.responsibleUnit) return null;
  const acting = it.units.filter(({ part }) => part === 'MAIN' || part === 'CO');
  const five: Fact[] = [
    [t('five.leader'), sponsorName && t('words:beside', { name: sponsorName, beside: sponsorUnit?.name })],
    [t('five.coLeaders'), joined(it.coLeaders)],
    [t('five.sectionHead'), it.sectionHead ?? null],
    [t('five.handler'), it.handler ?? null],
    [t('five.resolveBy'), it.resolveBy ?? null],
    [t('five.consolidation'), typeof it.consolidation === 'number' && `${it.consolidation}%`],
    [t('fact.noticeNo'), it.noticeNo ?? null],
    [t('fact.outsiders'), joined(it.outsiders)],
    [t('fact.transfers'), it.transfers > 0 && t('times', { count: it.transfers })],
    [t('fact.designated'), it.isDesignated && t('yes')],
  ];
  return (
    <>
      <Section title={t('section.assignment')} facts={five}>
        <ul className="as-list case-units">
          {acting.map(({ part, unit, signedAt, signedByName }) => (
            <li key={unit.code}>
              <b>{t(`words:part.${part as 'MAIN'}`)}</b> {unit.name}{' '}
              <span className={signedAt ? 'case-signed' : 'case-unsigned'}>
                {signedAt ? t('signedFor', { by: signedByName, time: shanghaiTime(signedAt) }) : t('notSignedFor')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {guarantees && (
        <Section
          title={t('section.guarantees')}
          facts={GUARANTEES.map((owner) => [t(`words:guarantee.${owner}`), guarantees[owner]])}
        />
      )}
    </>
  );
}

/** One case, one team, one plan. */
export function Planned({ of: it }: Part) {
  const { t } = useTranslation('cases');
  const joined = useJoined();
  if (!it.plan) return null;
  const facts: Fact[] = [
    [t('plan.lead'), it.teamLead ?? null],
    [t('plan.members'), joined(it.team)],
    [t('plan.at'), it.plannedAt && shanghaiTime(it.plannedAt)],
  ];
  return (
    <Section title={t('section.plan')} facts={facts}>
      <p className="as-verbatim">{it.plan}</p>
    </Section>
  );
}

/** What whoever brought it was told, and what a review came to. */
export function Answered({ of: it }: Part) {
  const { t } = useTranslation(['cases', 'words']);
  const reviewedAt = it.finallyReviewedAt ?? it.reviewedAt;
  const facts: Fact[] = [
    [t('fact.closedAt'), it.closedAt && shanghaiTime(it.closedAt)],
    [t('fact.answeredAt'), it.answeredAt && shanghaiTime(it.answeredAt)],
    [t('fact.untold'), it.untoldReason ?? null],
    [t('fact.review'), it.reviewOutcome && t(`words:reviewOutcome.${it.reviewOutcome}`)],
    [t('fact.reviewedAt'), reviewedAt && shanghaiTime(reviewedAt)],
  ];
  if (facts.every(([, value]) => !value)) return null;
  return (
    <Section title={t('section.answer')} facts={facts}>
      {it.answer && <p className="as-verbatim">{it.answer}</p>}
    </Section>
  );
}
