import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnChannelsFragment } from '../../nouns/notifications/channels.generated.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import type { Channels } from './useChannels.ts';

/** When only what is severe may ring. */
export function QuietForm({ quiet, channels }: { quiet: OwnChannelsFragment['quiet']; channels: Channels }) {
  const { t } = useTranslation('notifications');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const hours = { from: String(given.get('from')), to: String(given.get('to')) };
    void channels.save({ quiet: hours }, t('channels.saved'));
  };
  return (
    <form className="told-form" onSubmit={submit}>
      <h2>{t('channels.quiet')}</h2>
      <small>{t('channels.quietHint')}</small>
      <div className="as-row told-hours">
        <label>
          {t('channels.from')}
          <input name="from" type="time" required defaultValue={quiet?.from ?? '22:00'} />
        </label>
        <label>
          {t('channels.to')}
          <input name="to" type="time" required defaultValue={quiet?.to ?? '07:00'} />
        </label>
      </div>
      <div className="as-row told-hours">
        <PlainButton kind="primary" type="submit" disabled={channels.isBusy}>
          {t('channels.save')}
        </PlainButton>
        {quiet && (
          <PlainButton
            disabled={channels.isBusy}
            onClick={() => void channels.save({ quiet: null }, t('channels.saved'))}
          >
            {t('channels.clear')}
          </PlainButton>
        )}
      </div>
    </form>
  );
}
