import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../ui/failure-words.ts';
import type { OutboxItem } from './outbox.ts';

/** Why an item has not gone, and what becomes of it; a refusal in the server's words. */
export function useFailureText() {
  const { t } = useTranslation('officer');
  const wordsOf = useFailureWords();
  return ({ failure, draft }: OutboxItem): string => {
    if (!failure) return '';
    const { code } = failure;
    if (code === 'CONFLICT' && draft.mends) return t('outbox.conflictMended');
    if (
      code === 'OFFLINE' ||
      code === 'FOREIGN' ||
      code === 'INTERNAL' ||
      code === 'BUSY' ||
      code === 'UNAUTHENTICATED' ||
      code === 'CONFLICT'
    )
      return t(`outbox.reason.${code}`);
    return wordsOf({ ...failure, extensions: {} }).line;
  };
}
