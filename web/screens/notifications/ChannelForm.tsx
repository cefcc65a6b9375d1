import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationChannelKind } from '../../contract.generated.ts';
import type { OwnChannelsFragment } from '../../nouns/notifications/channels.generated.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import type { Channels } from './useChannels.ts';

interface Props {
  own: OwnChannelsFragment;
  kinds: readonly NotificationChannelKind[];
  channels: Channels;
}

/** Adds a robot or a mailbox. What was typed is gone once it is kept: it is not shown again. */
export function ChannelForm({ own, kinds, channels }: Props) {
  const { t } = useTranslation('notifications');
  const [kind, setKind] = useState<NotificationChannelKind>(kinds[0] ?? 'WECOM');
  const isMail = kind === 'EMAIL';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const isOfUnit = given.get('isOfUnit') === 'on';
    const added = { kind, address: text('address'), secret: text('secret') || null, isOfUnit };
    if (await channels.save({ add: [added] }, t('channels.added'))) form.reset();
  };
  return (
    <form className="told-form" autoComplete="off" onSubmit={(event) => void submit(event)}>
      <h2>{t('channels.add')}</h2>
      <label>
        {t('channels.kind')}
        <select value={kind} onChange={({ target }) => setKind(target.value as NotificationChannelKind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`channel.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(isMail ? 'channels.mail' : 'channels.wecomAddress')}
        <input name="address" type={isMail ? 'email' : 'url'} required autoComplete="off" maxLength={1_000} />
      </label>
      {!isMail && <small>{t(kind === 'DINGTALK' ? 'channels.dingtalkHint' : 'channels.wecomHint')}</small>}
      {kind === 'DINGTALK' && (
        <label>
          {t('channels.secret')}
          <input name="secret" type="password" autoComplete="off" maxLength={200} />
        </label>
      )}
      {!isMail && own.viewerCanKeepUnitChannels && (
        <label className="told-check">
          <input name="isOfUnit" type="checkbox" /> {t('channels.forUnit')}
        </label>
      )}
      <PlainButton kind="primary" type="submit" disabled={channels.isBusy}>
        {t('channels.add')}
      </PlainButton>
    </form>
  );
}
