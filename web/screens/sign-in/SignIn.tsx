import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { chooseLanguage, currentLanguage } from '../../i18n/i18n.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { useSession } from '../../session/session.ts';
import { isHandheld } from '../../ui/look.ts';
import { useLook } from '../../ui/useLook.ts';
import { placeAfterSignIn } from './place-after-sign-in.ts';
import { SignInForm } from './SignInForm.tsx';
import { WaitingHere } from './WaitingHere.tsx';
import './sign-in.css';

export function SignIn() {
  const { t } = useTranslation('session');
  useTabTitle(t('signIn.title'));
  useLook(isHandheld() ? 'phone' : 'desk');
  const session = useSession();
  const [search] = useSearchParams();
  if (session.status === 'signedIn' && !session.isRemembered)
    return <Navigate to={placeAfterSignIn(search.get('next'), session.viewer.screens)} replace />;
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <img src="/icon.svg" alt="" width="64" height="64" />
        <h1>{t('product', { ns: 'ui' })}</h1>
        <p>{t('signIn.lead')}</p>
      </div>
      <SignInForm isExpired={session.status === 'signedOut' && session.expired} />
      <WaitingHere />
      <LanguageLink />
    </main>
  );
}

function LanguageLink() {
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="as-words sign-in-language" lang={other} onClick={() => void chooseLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
