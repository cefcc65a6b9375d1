import { holderOfCase } from '@lxq/schema/cases/case-states.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shanghaiTime } from '../../ui/time.ts';
import alerts from './alerts.module.css';
import type { LeaderCaseLineFragment } from './cases.generated.ts';
import { dayLabel } from './dueDay.ts';
import css from './instructions.module.css';
import leader from './leader.module.css';

/** Cases in a list: what each is, how it stands, who has it and since when. */
export const CaseLines = ({ cases }: { cases: readonly LeaderCaseLineFragment[] }) =>
  cases.map((each) => <CaseLine key={each.id} matter={each} isLinked />);

export function CaseLine({ matter, isLinked = false }: { matter: LeaderCaseLineFragment; isLinked?: boolean }) {
  const { t, i18n } = useTranslation(['leader', 'words']);
  const { id, no, title, state, dueOn, isOverdue } = matter;
  return (
    <article className={css.instruction}>
      <header className={css.instructionHead}>
        <strong>{isLinked ? <Link to={`/leader/cases/${id}`}>{title}</Link> : title}</strong>
        <span className={css.state}>{t(`words:caseState.${state}`)}</span>
        {dueOn && holderOfCase(state) && (
          <span className={isOverdue ? alerts.over : leader.calm}>{dayLabel(dueOn, i18n.language)}</span>
        )}
      </header>
      <footer className={css.instructionFoot}>
        <span className={leader.faint}>{no}</span>
        <Held matter={matter} />
      </footer>
    </article>
  );
}

/** Who has it now, and since when. */
function Held({ matter: { state, stateSince, responsibleUnit } }: { matter: LeaderCaseLineFragment }) {
  const { t } = useTranslation('instructions');
  const holder = holderOfCase(state);
  if (!holder) return null;
  const who = t(`heldBy.${holder}`, { unit: responsibleUnit?.name ?? '' });
  return <span className={leader.faint}>{t('heldSince', { who, time: shanghaiTime(stateSince) })}</span>;
}
