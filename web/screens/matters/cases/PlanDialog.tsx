import { planProblems, type ToldPlan } from '@lxq/schema/cases/case-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { NameField, NamesField } from '../NameFields.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { PlanCaseDocument } from './cases.generated.ts';
import { type AskedCase, useCaseForm } from './useCaseForm.ts';

type Fields = Omit<ToldPlan, 'members'> & { members: string[] };

/** Who leads, who belongs to the team, and how they go about it; after a return it begins with the plan as it was. */
export function PlanDialog(props: AskedCase) {
  const { t } = useTranslation('cases');
  const { teamLead, team, plan, handler } = props.thing;
  const stored: Fields = { lead: teamLead ?? handler ?? '', members: [...team], plan: plan ?? '' };
  const form = useCaseForm<Fields>(props, 'plan', stored);
  const told: Fields = { lead: form.value.lead, members: form.value.members, plan: form.value.plan };
  return (
    <CaseDialog
      asked={props}
      form={form}
      about={t('plan.about')}
      isReady={planProblems(told).length === 0}
      send={() => form.carry(PlanCaseDocument, { plan: told })}
    >
      <NameField
        id="case-lead"
        label={t('plan.lead')}
        most={LIMITS.case.name.max}
        value={told.lead}
        onChange={(lead) => form.set({ lead })}
      />
      <NamesField
        id="case-members"
        label={t('plan.membersField')}
        most={LIMITS.case.team}
        value={told.members}
        onChange={(members) => form.set({ members })}
      />
      <ReasonField
        id="case-plan"
        label={t('plan.text')}
        length={LIMITS.case.plan}
        value={told.plan}
        onChange={(text) => form.set({ plan: text })}
      />
    </CaseDialog>
  );
}
