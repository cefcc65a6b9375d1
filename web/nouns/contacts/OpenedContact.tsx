import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { Countdown } from '../reports/Countdown.tsx';
import type { Shown } from './useContact.ts';

/** In clear, until it is hidden or its time is up; it stands nowhere else on the machine. */
export function OpenedContact({ shown, onHide }: { shown: Shown; onHide: () => void }) {
  const { t } = useTranslation('contacts');
  const [said, setSaid] = useState<'copied' | 'copyFailed'>();
  const { name, phone, address, until } = shown;
  const facts: Fact[] = [
    [t('name'), <b key="name">{name}</b>],
    [
      t('phone'),
      phone && (
        <a href={`tel:${phone}`} aria-label={`${t('call')} ${phone}`}>
          {phone}
        </a>
      ),
    ],
    [t('address'), address],
  ];
  async function copy() {
    const text = [name, phone, address].filter(Boolean).join(' ');
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? 'copied' : 'copyFailed');
  }
  return (
    <div className="contact-shown">
      <Facts className="contact-facts" facts={facts} />
      <p className="contact-note">
        {t('shown')} <Countdown to={new Date(until).toISOString()} />
      </p>
      <div className="as-wrap contact-deeds">
        <PlainButton onClick={() => void copy()}>{t('copy')}</PlainButton>
        <PlainButton onClick={onHide}>{t('hide')}</PlainButton>
        <output>{said && t(said)}</output>
      </div>
    </div>
  );
}
