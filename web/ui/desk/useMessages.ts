import { App } from 'antd';
import { useCallback } from 'react';
import { useFailureWords } from '../failure-words.ts';
import type { Outcome } from '../useOnce.ts';

/** Says what became of a deed, naming its object: done, or why not with every unmet guard. */
export function useMessages() {
  const { message } = App.useApp();
  const wordsOf = useFailureWords();
  const failed = useCallback((error: unknown) => void message.error(wordsOf(error).line, 6), [message, wordsOf]);
  const done = useCallback((words: string) => void message.success(words), [message]);
  /** The value, when it was done. */
  const said = useCallback(
    <T>(outcome: Outcome<T>, words: string | ((value: T) => string)): T | undefined => {
      if ('failure' in outcome) failed(outcome.failure);
      if (!('value' in outcome)) return undefined;
      done(typeof words === 'string' ? words : words(outcome.value));
      return outcome.value;
    },
    [done, failed],
  );
  return { done, failed, said };
}
