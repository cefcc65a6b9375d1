import { CHANNEL_LIMITS } from '@lxq/schema/notifications/channels.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { Field } from './Field.tsx';
import type { Channels, Refusal } from './useChannels.ts';

interface Props {
  id: string;
  /** When a code was sent last. */
  codeAt: string | null;
  channels: Channels;
}

/** A mailbox that nothing rings at yet: whoever added it types the code that was sent there. */
export function Verification({ id, codeAt, channels }: Props) {
  const { t } = useTranslation('notifications');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(await channels.verify(id, String(new FormData(event.currentTarget).get('code') ?? '')));
  };
  const again = async () => setRefusal(await channels.sendCode(id));
  return (
    <form className="as-stack told-verify" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        name="code"
        label={t('channels.code.label')}
        hint={codeAt ? t('channels.code.hint', { minutes: CHANNEL_LIMITS.code.minutes }) : t('channels.code.none')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        problem={refusal?.line}
        onInput={() => setRefusal(null)}
      />
      <div className="as-wrap told-deeds">
        <PlainButton kind="primary" type="submit" disabled={channels.isBusy || !codeAt}>
          {t('channels.code.verify')}
        </PlainButton>
        <PlainButton disabled={channels.isBusy} onClick={() => void again()}>
          {t(codeAt ? 'channels.code.again' : 'channels.code.send')}
        </PlainButton>
      </div>
    </form>
  );
}
