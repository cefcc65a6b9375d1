import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../ui/PlainButton.tsx';
import type { OwnChannelsFragment } from './channels.generated.ts';
import { Field, Problem } from './Field.tsx';
import type { Channels, Refusal } from './useChannels.ts';

/** When only what is severe may ring. */
export function QuietForm({ quiet, channels }: { quiet: OwnChannelsFragment['quiet']; channels: Channels }) {
  const { t } = useTranslation('notifications');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const keep = async (hours: OwnChannelsFragment['quiet']) =>
    setRefusal(await channels.save({ quiet: hours }, t('channels.saved')));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const hours = { from: String(given.get('from')), to: String(given.get('to')) };
    void keep(hours);
  };
  return (
    <form className="as-panel as-stack told-form" noValidate onInput={() => setRefusal(null)} onSubmit={submit}>
      <h2>{t('channels.quiet')}</h2>
      <small>{t('channels.quietHint')}</small>
      <div className="as-row told-hours">
        <Field name="from" type="time" label={t('channels.from')} defaultValue={quiet?.from ?? '22:00'} />
        <Field name="to" type="time" label={t('channels.to')} defaultValue={quiet?.to ?? '07:00'} />
      </div>
      <Problem text={refusal?.line} />
      <div className="as-row told-hours">
        <PlainButton kind="primary" type="submit" disabled={channels.isBusy}>
          {t('channels.save')}
        </PlainButton>
        {quiet && (
          <PlainButton disabled={channels.isBusy} onClick={() => void keep(null)}>
            {t('channels.clear')}
          </PlainButton>
        )}
      </div>
    </form>
  );
}
