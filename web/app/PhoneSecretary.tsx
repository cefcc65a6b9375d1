import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../ui/Loading.tsx';

/** Comes with its words, when somebody looks. */
const SecretaryChoice = lazy(() =>
  import('../nouns/alerts/SecretaryChoice.tsx').then((m) => ({ default: m.SecretaryChoice })),
);

/** Who acknowledges a leader's alerts for them, in the sheet of their account. */
export function PhoneSecretary() {
  const { t } = useTranslation('session');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="as-words" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('secretary')}
      </button>
      {isOpen && (
        <div className="phone-secretary">
          <Suspense fallback={<Loading rows={2} />}>
            <SecretaryChoice />
          </Suspense>
        </div>
      )}
    </>
  );
}
