import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, mayHeal } from './failure.ts';

/** A failure as people read it. */
export interface FailureWords {
  /** One line that says what is the matter. */
  line: string;
  /** Each guard that did not hold, when there are any. */
  reasons: string[];
  /** Whether trying the same again may help. */
  mayHeal: boolean;
}

/** The one place where failures become words: the server's own where it spoke to people, else ours by the code. */
export function failureWords(error: unknown, t: TFunction<'ui'>): FailureWords {
  const failure = failureOf(error);
  const reasons = [...new Set(failure.unmet)];
  const line = reasons.length > 0 ? reasons.join('；') : failure.said || t(`failure.${failure.code}`);
  return { line, reasons, mayHeal: mayHeal(failure) };
}

/** Words for whatever was thrown, or for a failure: `const wordsOf = useFailureWords(); … wordsOf(error).line`. */
export function useFailureWords(): (error: unknown) => FailureWords {
  const { t } = useTranslation('ui');
  return useCallback((error: unknown) => failureWords(error, t), [t]);
}
