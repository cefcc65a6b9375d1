import { useTranslation } from 'react-i18next';
import type { DeadlineBriefFragment } from './deadlines.generated.ts';
import { deadlineTone } from './deadlineTone.ts';
import { useRuleName } from './useRuleName.ts';

/** A deadline's rule by name, and in words how much time is left, in work days. */
export function useTimeLeft(deadline: DeadlineBriefFragment) {
  const { t } = useTranslation(['deadlines', 'words']);
  const nameOf = useRuleName();
  const { tone, left, count } = deadlineTone(deadline);
  const isGuess = deadline.isProvisional && tone !== 'over';
  return {
    ...{ tone, rule: nameOf(deadline.rule) },
    left: `${t(left, { count })}${isGuess ? t('words:provisional') : ''}`,
  };
}
