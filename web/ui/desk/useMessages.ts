import { App } from 'antd';
import { useCallback } from 'react';
import { useFailureWords } from '../failure-words.ts';

/** Says what became of a deed, naming its object: done, or why not with every unmet guard. */
export function useMessages() {
  const { message } = App.useApp();
  const wordsOf = useFailureWords();
  const failed = useCallback((error: unknown) => void message.error(wordsOf(error).line, 6), [message, wordsOf]);
  const done = useCallback((words: string) => void message.success(words), [message]);
  return { message, done, failed };
}
