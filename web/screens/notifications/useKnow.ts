import { useApolloClient } from '@apollo/client/react';
import { lessened } from '@lxq/schema/notifications/badge.ts';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../deeds/useSend.ts';
import { UnreadNotificationsDocument } from '../../nouns/notifications/unread.generated.ts';
import type { Failure } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { AcknowledgeNotificationDocument, type NotificationRowFragment } from './notifications.generated.ts';

/** What is said where something was not acknowledged. */
export function useUnknownWords() {
  const { t } = useTranslation('notifications');
  const wordsOf = useFailureWords();
  return (failure: Failure) => (failure.code === 'OFFLINE' ? t('offline') : wordsOf(failure).line);
}

/** Acknowledges a row and what it stands for. The badge falls at once, and is put right where that did not arrive. */
export function useKnow({ id, unreadCount }: NotificationRowFragment, onSaid: (words: string) => void) {
  const { cache } = useApolloClient();
  const { isBusy, send } = useSend();
  const wordsOf = useUnknownWords();
  const lessen = (by: number) =>
    cache.updateQuery({ query: UnreadNotificationsDocument }, (data) =>
      data
        ? { notifications: { ...data.notifications, unreadCount: lessened(data.notifications.unreadCount, by) } }
        : undefined,
    );
  const know = async () => {
    lessen(unreadCount);
    const outcome = await send(
      AcknowledgeNotificationDocument,
      { id },
      { refetchQueries: [UnreadNotificationsDocument] },
    );
    if ('value' in outcome) return;
    lessen(-unreadCount);
    if ('failure' in outcome) onSaid(wordsOf(outcome.failure));
  };
  return { isBusy, know: () => void know() };
}
