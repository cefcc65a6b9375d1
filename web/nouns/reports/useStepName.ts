import { useTranslation } from 'react-i18next';
import type { ReportStepFragment } from './report.generated.ts';
import { useActorName } from './useActorName.ts';

/** A noun whose states are called otherwise than a report's or an issue's. */
export type StateWords = 'instructionState' | 'caseState';

/** One line of a history in words: of a report, an issue, a request, or whose states `of` names. */
export function useStepName(of?: StateWords) {
  const { t, i18n } = useTranslation(['reports', 'words']);
  const actorName = useActorName();
  const word = (key: string, otherwise: string) => (i18n.exists(key) ? t(key as 'words:deed.submit') : otherwise);
  const state = (name: string) =>
    of ? word(`words:${of}.${name}`, name) : word(`words:reportState.${name}`, word(`words:digestState.${name}`, name));
  const deed = ({ deed: name }: ReportStepFragment) => {
    const [common, ofCase] = [`words:deed.${name}`, `words:caseDeed.${name}`];
    // A report's history may have steps of the case that it is handled by.
    return of === 'caseState' ? word(ofCase, word(common, name)) : word(common, word(ofCase, name));
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
