import { CHANNEL_LIMITS } from '@lxq/schema/notifications/channels.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationChannelKind } from '../../contract.generated.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import type { OwnChannelsFragment } from './channels.generated.ts';
import { Field, Problem } from './Field.tsx';
import type { Channels, Refusal } from './useChannels.ts';

interface Props {
  own: OwnChannelsFragment;
  kinds: readonly NotificationChannelKind[];
  channels: Channels;
}

/** Adds a robot or a mailbox. What was typed is gone once it is kept: it is not shown again. */
export function ChannelForm({ own, kinds, channels }: Props) {
  const { t } = useTranslation('notifications');
  const [kind, setKind] = useState<NotificationChannelKind>(kinds[0] ?? 'WECOM');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isMail = kind === 'EMAIL';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const isOfUnit = given.get('isOfUnit') === 'on';
    const added = { kind, address: text('address'), secret: text('secret') || null, isOfUnit };
    const refused = await channels.save({ add: [added] }, t(isMail ? 'channels.addedMail' : 'channels.added'));
    setRefusal(refused);
    if (!refused) form.reset();
  };
  const problemOf = (field: string) => (refusal?.field === field ? refusal.line : undefined);
  const isOfField = refusal?.field === 'address' || (refusal?.field === 'secret' && kind === 'DINGTALK');
  return (
    <form
      className="as-panel as-stack told-form"
      autoComplete="off"
      noValidate
      onInput={() => setRefusal(null)}
      onSubmit={(event) => void submit(event)}
    >
      <h2>{t('channels.add')}</h2>
      <label className="as-stack">
        {t('channels.kind')}
        <select
          className="as-field"
          value={kind}
          onChange={({ target }) => setKind(target.value as NotificationChannelKind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`channel.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Field
        name="address"
        type={isMail ? 'email' : 'url'}
        label={t(isMail ? 'channels.mail' : 'channels.wecomAddress')}
        hint={t(HINTS[kind])}
        maxLength={CHANNEL_LIMITS.address}
        problem={problemOf('address')}
      />
      {kind === 'DINGTALK' && (
        <Field
          name="secret"
          type="password"
          label={t('channels.secret')}
          maxLength={CHANNEL_LIMITS.secret}
          problem={problemOf('secret')}
        />
      )}
      {!isMail && own.viewerCanKeepUnitChannels && (
        <label className="as-row told-check">
          <input type="checkbox" name="isOfUnit" /> {t('channels.forUnit')}
        </label>
      )}
      <PlainButton kind="primary" type="submit" disabled={channels.isBusy}>
        {t('channels.add')}
      </PlainButton>
      <Problem text={isOfField ? undefined : refusal?.line} />
    </form>
  );
}
const HINTS = {
  WECOM: 'channels.wecomHint',
  DINGTALK: 'channels.dingtalkHint',
  EMAIL: 'channels.mailHint',
  WEB_PUSH: 'channels.pushHint',
} as const;
