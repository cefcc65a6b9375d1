import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { ReasonField } from '../../../ui/phone/ReasonField.tsx';
import { useSaid } from '../../../ui/phone/useSaid.ts';
import { type AskProps, ContactBlock } from '../ContactBlock.tsx';
import { useGiven } from '../useGiven.ts';

/** On the phone: how the villager of an own report is reached. */
export const MyContact = ({ id }: { id: string }) => (
  <ContactBlock subject="REPORT" id={id} Keep={KeepForm} Look={LookForm} />
);

function KeepForm({ contact, deeds, onClose }: AskProps) {
  const { t } = useTranslation('contacts');
  const said = useSaid();
  const { given, isReady, fields } = useGiven();
  async function save(event: FormEvent) {
    event.preventDefault();
    const outcome = await deeds.keep(given, contact);
    said(outcome, t('keep.done'));
    if ('value' in outcome) onClose();
  }
  return (
    <form className="as-stack contact-form" onSubmit={(event) => void save(event)}>
      <p className="contact-note">{t('keep.about')}</p>
      {fields.map(({ field, value, set, leave, problem }) => (
        <div className="field" key={field}>
          <label htmlFor={`contact-${field}`}>{t(field)}</label>
          <input
            id={`contact-${field}`}
            autoComplete="off"
            inputMode={field === 'phone' ? 'tel' : 'text'}
            aria-describedby={`contact-${field}-problem`}
            aria-invalid={!!problem}
            value={value}
            onChange={(event) => set(event.target.value)}
            onBlur={leave}
          />
          <p id={`contact-${field}-problem`} role="alert">
            {problem ?? (field === 'phone' && t('keep.phoneHint'))}
          </p>
        </div>
      ))}
      <Ends isReady={isReady} isBusy={deeds.isBusy} send={t('deed.save')} onClose={onClose} />
    </form>
  );
}

function LookForm({ contact, deeds, onClose }: AskProps) {
  const { t } = useTranslation('contacts');
  const said = useSaid();
  const [reason, setReason] = useState('');
  const length = LIMITS.contact.reason;
  async function look(event: FormEvent) {
    event.preventDefault();
    const outcome = await deeds.open(contact.id ?? '', reason.trim());
    if ('value' in outcome) onClose();
    else said(outcome, '');
  }
  return (
    <form className="as-stack contact-form" onSubmit={(event) => void look(event)}>
      <p className="contact-note">{t('open.about', { minutes: LIMITS.contact.shownMinutes })}</p>
      <ReasonField id="contact-reason" label={t('open.label')} length={length} value={reason} onChange={setReason} />
      <Ends
        isReady={lengthFault(reason, length) === null}
        isBusy={deeds.isBusy}
        send={t('open.ok')}
        onClose={onClose}
      />
    </form>
  );
}

function Ends(props: { isReady: boolean; isBusy: boolean; send: string; onClose: () => void }) {
  const { t } = useTranslation('contacts');
  return (
    <div className="as-wrap contact-deeds">
      <PlainButton type="submit" kind="primary" disabled={!props.isReady || props.isBusy}>
        {props.send}
      </PlainButton>
      <PlainButton onClick={props.onClose}>{t('deed.cancel')}</PlainButton>
    </div>
  );
}
