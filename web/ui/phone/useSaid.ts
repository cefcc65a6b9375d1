import { useFailureWords } from '../failure-words.ts';
import type { Outcome } from '../useOnce.ts';
import { Toast } from './dialogs.ts';

/** Says what became of a phone's deed. */
export function useSaid() {
  const wordsOf = useFailureWords();
  return (outcome: Outcome<unknown>, words: string) => {
    if ('value' in outcome) Toast.show(words);
    if ('failure' in outcome) Toast.show({ content: wordsOf(outcome.failure).line, duration: 4_000 });
  };
}
