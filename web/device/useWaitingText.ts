import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../ui/failure-words.ts';
import type { OutboxItem } from './local-db.ts';

/** What becomes of it is said here; the rest in the words for failures. */
const OWN = [
  ...(['OFFLINE', 'FOREIGN', 'INTERNAL', 'BUSY', 'BLOCKED'] as const),
  ...(['TOO_LARGE', 'ATTACHMENT', 'PART_LOST', 'UNAUTHENTICATED'] as const),
] as const;

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
    const own = OWN.find((each) => each === code);
    if (own) return t(`waiting.${own}`);
    return wordsOf({ ...failure, extensions: {} }).line;
  };
}
