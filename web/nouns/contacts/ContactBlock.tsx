import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useOnline } from '../../ui/useOnline.ts';
import type { MaskedPartsFragment } from './contacts.generated.ts';
import { Looks } from './Looks.tsx';
import { OpenedContact } from './OpenedContact.tsx';
import { type ContactDeeds, type Matter, useContact } from './useContact.ts';
import './contacts.css';

export interface AskProps {
  contact: MaskedPartsFragment;
  deeds: ContactDeeds;
  onClose: () => void;
}
interface Props extends Matter {
  /** Where one screen has several. */
  title?: string;
  /** What a desk or a phone asks with. */
  Keep: ComponentType<AskProps>;
  Look: ComponentType<AskProps>;
}

/** How the villager of a matter is reached: closed until somebody needs it, so that nothing of it is even asked for before. */
export function ContactBlock({ title, ...props }: Props) {
  const { t } = useTranslation('contacts');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="contact" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title ?? t('title')}</summary>
      {isOpen && <Unfolded {...props} />}
    </details>
  );
}

function Unfolded({ Keep, Look, ...matter }: Omit<Props, 'title'>) {
  const { t } = useTranslation('contacts');
  const isOnline = useOnline();
  const deeds = useContact(matter);
  const [asks, setAsks] = useState<'keep' | 'open' | 'looks'>();
  const toggle = (wanted: NonNullable<typeof asks>) => setAsks(asks === wanted ? undefined : wanted);
  const close = () => setAsks(undefined);
  if (!isOnline && !deeds.contact) return <p className="contact-note">{t('offline')}</p>;
  return (
    <Loaded data={deeds.contact} asked={deeds.asked} rows={1}>
      {(contact) => (
        <>
          {deeds.shown ? <OpenedContact shown={deeds.shown} onHide={deeds.hide} /> : <Masked contact={contact} />}
          <p className="contact-note">{t(isOnline ? 'note' : 'offline')}</p>
          <div className="as-wrap contact-deeds">
            {contact.viewerCanOpen && !deeds.shown && (
              <PlainButton disabled={!isOnline} aria-expanded={asks === 'open'} onClick={() => toggle('open')}>
                {t('deed.open')}
              </PlainButton>
            )}
            {contact.viewerCanKeep && (
              <PlainButton disabled={!isOnline} aria-expanded={asks === 'keep'} onClick={() => toggle('keep')}>
                {t(contact.state === 'KEPT' ? 'deed.replace' : 'deed.keep')}
              </PlainButton>
            )}
            {contact.viewerCanReadOpenings && (
              <PlainButton disabled={!isOnline} aria-expanded={asks === 'looks'} onClick={() => toggle('looks')}>
                {t('deed.looks')}
              </PlainButton>
            )}
          </div>
          {asks === 'open' && <Look contact={contact} deeds={deeds} onClose={close} />}
          {asks === 'keep' && <Keep contact={contact} deeds={deeds} onClose={close} />}
          {asks === 'looks' && contact.id && <Looks contact={contact.id} />}
        </>
      )}
    </Loaded>
  );
}

function Masked({ contact }: { contact: MaskedPartsFragment }) {
  const { t } = useTranslation('contacts');
  if (contact.state === 'NONE') return <p>{t('none')}</p>;
  if (contact.state === 'FORGOTTEN') return <p>{t('forgotten', { at: shanghaiTime(contact.forgottenAt ?? '') })}</p>;
  if (contact.isUnreadable) return <p>{t('unreadable')}</p>;
  const facts: Fact[] = [
    [t('name'), contact.name],
    [t('phone'), contact.phone],
    [t('address'), contact.hasAddress && t('hasAddress')],
    [t('keptAt'), contact.keptAt && shanghaiTime(contact.keptAt)],
  ];
  return <Facts className="contact-facts" facts={facts} />;
}
