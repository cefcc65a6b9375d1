import { LIMITS } from '@lxq/schema/limits.ts';
import { type ToldThemePlan, themePlanProblems } from '@lxq/schema/themes/theme-draft.ts';
import { THEME_REPORTS } from '@lxq/schema/themes/theme-states.ts';
import { Alert, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ThemeWholeFragment } from '../../../nouns/themes/theme.generated.ts';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { useJoined } from '../../../ui/useJoined.ts';
import { MatterDialog } from '../MatterDialog.tsx';
import { NameField } from '../NameFields.tsx';
import type { AskedDeed } from '../useAskedDeed.ts';
import { useMatterForm } from '../useMatterForm.ts';
import { GatherThemeDocument, PlanThemeDocument } from './themes.generated.ts';

type AskedTheme = AskedDeed<ThemeWholeFragment>;

/** Which of its reports stay in it; the others go their own way. */
export function GatherDialog(props: AskedTheme) {
  const { t } = useTranslation('themes');
  const joined = useJoined();
  const { reports, reportCount } = props.thing;
  const form = useMatterForm<{ kept: string[] }>(props, 'theme.gather', { kept: reports.map(({ id }) => id) });
  const kept = reports.map(({ id }) => id).filter((id) => form.value.kept.includes(id));
  // Whoever does not see all of them would drop some unseen.
  const isWhole = reports.length === reportCount;
  return (
    <MatterDialog
      asked={props}
      form={form}
      about={t('gather.about', { count: THEME_REPORTS })}
      overtaken={joined(reports.map(({ no }) => no))}
      isReady={isWhole && kept.length >= THEME_REPORTS && kept.length < reports.length}
      send={() => form.carry(GatherThemeDocument, { reports: kept })}
    >
      {!isWhole && <Alert type="warning" showIcon title={t('gather.unseen')} />}
      <Checkbox.Group
        aria-label={t('gather.which')}
        className="as-stack matter-choices"
        value={kept}
        onChange={(chosen) => form.set({ kept: chosen })}
        options={reports.map(({ id, no, place, excerpt }) => ({
          value: id,
          label: `${no} ${place.fullName} ${excerpt}`,
        }))}
      />
    </MatterDialog>
  );
}

/** 预案: who answers for it, and what is done before it spreads. */
export function PlanDialog(props: AskedTheme) {
  const { t } = useTranslation('themes');
  const { owner, plan } = props.thing;
  const stored: ToldThemePlan = { owner: owner ?? '', plan: plan ?? '' };
  const form = useMatterForm<ToldThemePlan>(props, 'theme.plan', stored);
  const told: ToldThemePlan = { owner: form.value.owner, plan: form.value.plan };
  return (
    <MatterDialog
      asked={props}
      form={form}
      about={t('plan.about')}
      overtaken={`${stored.owner}\n${stored.plan}`}
      isReady={themePlanProblems(told).length === 0}
      send={() => form.carry(PlanThemeDocument, { plan: told })}
    >
      <NameField
        id="theme-owner"
        label={t('fact.owner')}
        most={LIMITS.theme.owner.max}
        value={told.owner}
        onChange={(text) => form.set({ owner: text })}
      />
      <ReasonField
        id="theme-plan"
        label={t('fact.plan')}
        length={LIMITS.theme.plan}
        value={told.plan}
        onChange={(text) => form.set({ plan: text })}
      />
    </MatterDialog>
  );
}
