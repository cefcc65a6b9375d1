import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../ui/PagedList.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { usePages } from '../../ui/usePages.ts';
import { ContactOpeningsDocument } from './contacts.generated.ts';

/** Who has looked at a contact, and why. */
export function Looks({ contact }: { contact: string }) {
  const { t } = useTranslation(['contacts', 'words']);
  const asked = useQuery(ContactOpeningsDocument, { variables: { contact }, fetchPolicy: 'network-only' });
  const pages = usePages(asked.data?.contactOpenings, asked);
  return (
    <section aria-label={t('looks.title')} className="contact-looks">
      <PagedList pages={pages} empty={<p className="contact-note">{t('looks.none')}</p>} placeholders={2}>
        {(rows) => (
          <ol className="as-list">
            {rows.map(({ id, at, personName, personRole, actedByName, reason }) => (
              <li key={id}>
                <b>
                  {t('looks.who', {
                    name: actedByName ? t('words:actedBy', { name: personName, by: actedByName }) : personName,
                    role: t(`words:role.${personRole}`),
                  })}
                </b>{' '}
                <time dateTime={at}>{shanghaiTime(at)}</time>
                <p className="as-verbatim">{reason}</p>
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </section>
  );
}
