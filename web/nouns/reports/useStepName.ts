import { useTranslation } from 'react-i18next';
import { useCounted } from '../attachments/useCounted.ts';
import { kindsIn, type Told } from './gathered.ts';
import type { ReportStepFragment } from './report.generated.ts';
import { useActorName } from './useActorName.ts';

/** What the deeds are called of a noun whose states are called otherwise than a report's or an issue's. */
const DEEDS = {
  ...{ instructionState: 'deed', caseState: 'caseDeed', orderState: 'orderDeed' },
  ...{ censureState: 'censureDeed', themeState: 'themeDeed' },
} as const;
export type StateWords = keyof typeof DEEDS;

/** One line of a history in words: of a report, an issue, a request, or whose states `of` names. */
export function useStepName(of?: StateWords) {
  const { t, i18n } = useTranslation(['reports', 'words']);
  const actorName = useActorName();
  const { told } = useCounted();
  const word = (key: string, otherwise: string) => (i18n.exists(key) ? t(key as 'words:deed.submit') : otherwise);
  const state = (name: string) =>
    of ? word(`words:${of}.${name}`, name) : word(`words:reportState.${name}`, word(`words:digestState.${name}`, name));
  // A report's history may have steps of the case that it is handled by, or of the theme that it is part of.
  const deed = (step: Told) => {
    const { deed: name } = step;
    return kindsIn(step).length > 0
      ? told(name, kindsIn(step))
      : [of ? DEEDS[of] : 'deed', 'deed', ...Object.values(DEEDS)].reduceRight(
          (otherwise, words) => word(`words:${words}.${name}`, otherwise),
          name,
        );
  };
  return {
    deed,
    states: (step: ReportStepFragment) => {
      const { fromState, toState } = step;
      if (!toState || fromState === toState) return '';
      if (fromState) return t('step.fromTo', { from: state(fromState), to: state(toState) });
      return state(toState) === deed(step) ? '' : state(toState);
    },
    actor: (step: ReportStepFragment) => {
      const { name, role } = actorName(step);
      return `${name ?? t('anonymous')} ${role}`;
    },
  };
}
