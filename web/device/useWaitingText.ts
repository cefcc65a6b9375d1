import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../ui/failure-words.ts';
import type { OutboxItem } from './local-db.ts';

/** Why an item has not gone, and what becomes of it; a refusal in the server's words. */
export function useWaitingText() {
  const { t } = useTranslation('ui');
  const wordsOf = useFailureWords();
  return ({ failure, promised }: OutboxItem): string => {
    if (!failure) return '';
    const { code } = failure;
    if (code === 'CONFLICT') {
      if (promised.kind === 'instruction') return t('waiting.conflictInstruction');
      return t(promised.draft.mends ? 'waiting.conflictMended' : 'waiting.conflict');
    }
    if (
      code === 'OFFLINE' ||
      code === 'FOREIGN' ||
      code === 'INTERNAL' ||
      code === 'BUSY' ||
      code === 'UNAUTHENTICATED'
    )
      return t(`waiting.${code}`);
    return wordsOf({ ...failure, extensions: {} }).line;
  };
}
