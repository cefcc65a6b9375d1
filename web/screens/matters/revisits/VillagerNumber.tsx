import { REVISITS_OPEN } from '@lxq/schema/revisits/revisit-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { useTranslation } from 'react-i18next';
import { DeskContact } from '../../../nouns/contacts/desk/DeskContact.tsx';
import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import { useViewer } from '../../../session/session.ts';

/** How the villager is reached while somebody has to: what was kept with the case, and to the county office what the officer kept with the report (docs/decisions/0035). */
export function VillagerNumber({ revisit }: { revisit: RevisitWholeFragment }) {
  const { t } = useTranslation('revisits');
  const { post } = useViewer();
  const { case: matter, instruction } = revisit;
  const isWanted = [...REVISITS_OPEN, 'FOLLOW_UP'].includes(revisit.state);
  if (!isWanted) return null;
  // An instruction is verified by the office itself, to which the officer's contact is open.
  if (!matter)
    return instruction?.report ? (
      <DeskContact subject="REPORT" id={instruction.report.id} title={t('number.ofReport')} />
    ) : null;
  const isOfOffice = LEVEL_OF[post.role] === 'COUNTY';
  const mayHaveKept = isOfOffice || matter.receiverUnit.code === post.unit.code;
  return (
    <section aria-label={t('number.title')}>
      <DeskContact subject="CASE" id={matter.id} title={t('number.ofCase')} />
      {isOfOffice && matter.report && (
        <DeskContact subject="REPORT" id={matter.report.id} title={t('number.ofReport')} />
      )}
      {!mayHaveKept && <p className="revisit-rule">{t('number.elsewhere', { unit: matter.receiverUnit.name })}</p>}
    </section>
  );
}
