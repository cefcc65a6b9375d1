import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelsInput } from '../../contract.generated.ts';
import { useSend } from '../../deeds/useSend.ts';
import {
  ChannelsDocument,
  SaveChannelsDocument,
  TryChannelDocument,
} from '../../nouns/notifications/channels.generated.ts';
import { useFailureWords } from '../../ui/failure-words.ts';

export type Channels = ReturnType<typeof useChannels>;

/** What is done with channels, and what is said of it. */
export function useChannels() {
  const { t } = useTranslation('notifications');
  const { isBusy, send } = useSend();
  const [said, say] = useState('');
  const wordsOf = useFailureWords();
  /** Whether it was kept. */
  const save = async (settings: ChannelsInput, done: string): Promise<boolean> => {
    const outcome = await send(SaveChannelsDocument, { settings }, { refetchQueries: [ChannelsDocument] });
    if ('failure' in outcome) say(wordsOf(outcome.failure).line);
    else if ('value' in outcome) say(done);
    return 'value' in outcome;
  };
  const tryOne = async (id: string) => {
    const outcome = await send(TryChannelDocument, { id });
    if ('failure' in outcome) say(wordsOf(outcome.failure).line);
    else if ('value' in outcome) say(t('channels.tried'));
  };
  return { isBusy, said, say, save, tryOne };
}
