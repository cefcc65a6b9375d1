import { useTranslation } from 'react-i18next';
import type { OutboxItem } from './outbox.ts';

/** Why an item has not gone, in plain words: the server's for refusals, ours for what heals by itself. */
export function useFailureText() {
  const { t } = useTranslation('officer');
  return ({ failure, draft }: OutboxItem): string => {
    if (!failure) return '';
    const { code, message, unmet } = failure;
    if (code === 'CONFLICT' && draft.mends) return t('outbox.conflictMended');
    if (
      code === 'OFFLINE' ||
      code === 'INTERNAL' ||
      code === 'BUSY' ||
      code === 'UNAUTHENTICATED' ||
      code === 'CONFLICT'
    )
      return t(`outbox.reason.${code}`);
    return unmet.length > 0 ? unmet.join('；') : message;
  };
}
