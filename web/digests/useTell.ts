import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../failure.ts';

/** Says what became of a deed, naming its object: done, or why not with every unmet guard. */
export function useTell() {
  const { message } = App.useApp();
  const { t } = useTranslation();
  const failed = useCallback(
    (error: unknown) => {
      const { code, message: words, unmet } = failureOf(error);
      void message.error(code === 'OFFLINE' ? t('offline') : unmet.join('；') || words, 6);
    },
    [message, t],
  );
  const done = useCallback((words: string) => void message.success(words), [message]);
  return { message, done, failed };
}
