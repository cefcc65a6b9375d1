import { holderOf, INSTRUCTION_MACHINE, type InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { Button } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import * as documents from '../../nouns/instructions/deeds.derived.generated.ts';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { Dialog } from '../../ui/phone/dialogs.ts';
import { useSaid } from '../../ui/phone/useSaid.ts';
import { shanghaiTime } from '../../ui/time.ts';
import alerts from './alerts.module.css';
import { dayLabel } from './dueDay.ts';
import css from './instructions.module.css';
import leader from './leader.module.css';

interface Props {
  instruction: InstructionRowFragment;
  /** Leaves out the item, where the card stands beneath it. */
  isBesideItem?: boolean;
  /** On its own page: its way is told below. */
  isWhole?: boolean;
}

/** An instruction as it was written, to whom, until when, and how it stands. */
export function InstructionCard({ instruction, isBesideItem = false, isWhole = false }: Props) {
  const { t } = useTranslation(['leader', 'words']);
  const { state, text, responsibleUnit, instructedAt, readAt } = instruction;
  return (
    <article className={state === 'WITHDRAWN' ? css.instructionGone : css.instruction}>
      <header className={css.instructionHead}>
        <strong>{responsibleUnit.name}</strong>
        <span className={css.state}>{t(`words:instructionState.${state}`)}</span>
        <Due instruction={instruction} />
      </header>
      <p className={css.verbatim}>{text}</p>
      <footer className={css.instructionFoot}>
        <span className={leader.faint}>
          {instruction.no} · {instruction.leader.name} <span className="as-one-line">{shanghaiTime(instructedAt)}</span>
          {state === 'INSTRUCTED' && ` · ${readAt ? t('instruction.seen') : t('instruction.unseen')}`}
        </span>
        <Held instruction={instruction} />
        {!isBesideItem && <About instruction={instruction} />}
        {!isWhole && state !== 'WITHDRAWN' && (
          <Link to={`/leader/instructions/${instruction.id}`}>{t('instruction.way')}</Link>
        )}
        {may(INSTRUCTION_MACHINE, 'withdraw', instruction) && <WithdrawButton instruction={instruction} />}
      </footer>
    </article>
  );
}

/** Who has it now, and since when. */
function Held({ instruction: { state, stateSince, responsibleUnit } }: Props) {
  const { t } = useTranslation('instructions');
  const holder = holderOf(state);
  if (!holder) return null;
  const who = t(`heldBy.${holder}`, { unit: responsibleUnit.name });
  return <span className={leader.faint}>{t('heldSince', { who, time: shanghaiTime(stateSince) })}</span>;
}

function Due({ instruction: { state, dueOn, isOverdue, workDaysLeft, isDueProvisional } }: Props) {
  const { t, i18n } = useTranslation(['leader', 'words']);
  if (state === 'WITHDRAWN' || state === 'CLOSED') return null;
  if (workDaysLeft === null) return <span className={leader.calm}>{dayLabel(dueOn, i18n.language)}</span>;
  return (
    <span className={isOverdue ? alerts.over : workDaysLeft <= 1 ? alerts.pressing : leader.calm}>
      {dayLabel(dueOn, i18n.language)}{' '}
      {isOverdue
        ? t('instruction.overdueBy', { count: Math.max(1, -workDaysLeft) })
        : t('instruction.daysLeft', { count: workDaysLeft })}
      {isDueProvisional && !isOverdue && ` ${t('words:provisional')}`}
    </span>
  );
}

function About({ instruction: { item, report } }: Props) {
  const { t } = useTranslation('leader');
  const issueName = useIssueName();
  if (item)
    return (
      <Link to={`/leader/digests/${item.digest.id}?item=${item.number}`}>
        {t('instruction.onItem', { issue: issueName(item.digest), number: item.number, title: item.title })}
      </Link>
    );
  if (report)
    return (
      <Link to={`/leader/reports/${report.id}`}>
        {t('instruction.onReport', { no: report.no, excerpt: report.excerpt })}
      </Link>
    );
  return null;
}

function WithdrawButton({ instruction }: Props) {
  const { t } = useTranslation('leader');
  const said = useSaid();
  const { isBusy, one } = useDeeds<InstructionDeed, InstructionRowFragment>(INSTRUCTION_MACHINE, documents);
  const unit = instruction.responsibleUnit.name;
  const act = async () => {
    const isSure = await Dialog.confirm({
      title: t('withdraw.title'),
      content: t('withdraw.consequence', { unit }),
      confirmText: t('withdraw.deed'),
    });
    if (isSure) said(await one('withdraw', instruction), t('withdraw.done', { unit }));
  };
  return (
    <Button size="small" fill="outline" loading={isBusy} onClick={() => void act()}>
      {t('withdraw.deed')}
    </Button>
  );
}
