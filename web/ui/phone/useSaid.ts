import type { Failure } from '../failure.ts';
import { useFailureWords } from '../failure-words.ts';
import type { Outcome } from '../useOnce.ts';
import { Toast } from './dialogs.ts';

/** Says what became of a phone's deed, and answers why it failed. */
export function useSaid() {
  const wordsOf = useFailureWords();
  return (outcome: Outcome<unknown>, words: string): Failure | undefined => {
    if ('value' in outcome) Toast.show(words);
    if (!('failure' in outcome)) return undefined;
    Toast.show({ content: wordsOf(outcome.failure).line, duration: 4_000 });
    return outcome.failure;
  };
}
