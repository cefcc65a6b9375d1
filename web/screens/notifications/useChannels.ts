import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelsInput } from '../../contract.generated.ts';
import { useSend } from '../../deeds/useSend.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import {
  SaveChannelsDocument,
  SendChannelCodeDocument,
  TryChannelDocument,
  VerifyChannelDocument,
} from './channels.generated.ts';

export type Channels = ReturnType<typeof useChannels>;
/** Of which field something was refused, if of one, and why. */
export interface Refusal {
  field: string;
  line: string;
}

/** What is done with channels, and what is said of it. Each answers with what was refused, or null. */
export function useChannels() {
  const { t } = useTranslation('notifications');
  const { isBusy, send } = useSend();
  const [said, say] = useState('');
  const wordsOf = useFailureWords();
  const told = (outcome: Outcome<unknown>, done: string): Refusal | null => {
    if ('value' in outcome) say(done);
    if (!('failure' in outcome)) return null;
    say('');
    return { field: String(outcome.failure.extensions.field ?? ''), line: wordsOf(outcome.failure).line };
  };
  return {
    ...{ isBusy, said, say },
    save: async (settings: ChannelsInput, done: string) => told(await send(SaveChannelsDocument, { settings }), done),
    tryOne: async (id: string) => told(await send(TryChannelDocument, { id }), t('channels.tried')),
    sendCode: async (id: string) => told(await send(SendChannelCodeDocument, { id }), t('channels.code.sent')),
    verify: async (id: string, code: string) => {
      const outcome = await send(VerifyChannelDocument, { id, code });
      const became = 'value' in outcome ? outcome.value?.became : 'VERIFIED';
      if (became && became !== 'VERIFIED') return { field: 'code', line: t(`channels.code.${became}`) };
      return told(outcome, t('channels.code.VERIFIED'));
    },
  };
}
