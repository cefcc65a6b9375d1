import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { type AskProps, ContactBlock } from '../ContactBlock.tsx';
import type { Matter } from '../useContact.ts';
import { useGiven } from '../useGiven.ts';

/** At a desk: how the villager of a matter is reached; `title` where one screen has several. */
export const DeskContact = (matter: Matter & { title?: string }) => (
  <ContactBlock {...matter} Keep={KeepDialog} Look={LookDialog} />
);

function KeepDialog({ contact, deeds, onClose }: AskProps) {
  const { t } = useTranslation('contacts');
  const { done } = useMessages();
  const { given, isReady, fields } = useGiven();
  return (
    <DeedDialog
      title={t(contact.state === 'KEPT' ? 'keep.replaceTitle' : 'keep.title')}
      okText={t('deed.save')}
      isReady={isReady}
      isBusy={deeds.isBusy}
      send={() => deeds.keep(given, contact)}
      onDone={() => {
        done(t('keep.done'));
        onClose();
      }}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('keep.about')}</p>
      {fields.map(({ field, value, set, leave, problem }) => (
        <Form.Item
          key={field}
          label={t(field)}
          htmlFor={`contact-${field}`}
          required={field === 'name'}
          validateStatus={problem ? 'error' : ''}
          help={problem}
          extra={field === 'phone' && t('keep.phoneHint')}
        >
          <Input
            id={`contact-${field}`}
            autoFocus={field === 'name'}
            autoComplete="off"
            inputMode={field === 'phone' ? 'tel' : 'text'}
            value={value}
            onChange={(event) => set(event.target.value)}
            onBlur={leave}
          />
        </Form.Item>
      ))}
    </DeedDialog>
  );
}

function LookDialog({ contact, deeds, onClose }: AskProps) {
  const { t } = useTranslation('contacts');
  const [reason, setReason] = useState('');
  const length = LIMITS.contact.reason;
  return (
    <DeedDialog
      title={t('open.title')}
      okText={t('open.ok')}
      isReady={lengthFault(reason, length) === null}
      isBusy={deeds.isBusy}
      send={() => deeds.open(contact.id ?? '', reason.trim())}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('open.about', { minutes: LIMITS.contact.shownMinutes })}</p>
      <ReasonField
        id="contact-reason"
        autoFocus
        label={t('open.label')}
        length={length}
        value={reason}
        onChange={setReason}
      />
    </DeedDialog>
  );
}
