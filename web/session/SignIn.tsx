import { LIMITS } from '@lxq/schema/limits.ts';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { failureOf } from '../failure.ts';
import { chooseLanguage, currentLanguage } from '../i18n/i18n.ts';
import { PlainButton } from '../ui/PlainButton.tsx';
import { signIn } from './deeds.ts';
import { placeAfterSignIn } from './Landing.tsx';
import { useSession } from './session.ts';
import './sign-in.css';

export function SignIn() {
  const { t } = useTranslation('session');
  const session = useSession();
  const [search] = useSearchParams();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const [wait, setWait] = useCountdown();
  const [visible, setVisible] = useState(false);

  if (session.status === 'signedIn' && !session.isRemembered)
    return <Navigate to={placeAfterSignIn(search.get('next'), session.viewer.screens)} replace />;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const account = String(form.get('account') ?? '').trim();
    const password = String(form.get('password') ?? '');
    if (!account || !password) return setProblem(t('signIn.missing'));
    setSending(true);
    setProblem('');
    try {
      await signIn(account, password);
    } catch (error) {
      const failure = failureOf(error);
      setWait(Number(failure.extensions.retryAfter ?? 0));
      setProblem(failure.code === 'OFFLINE' ? t('signIn.offline') : failure.message);
    } finally {
      setSending(false);
    }
  }

  const expired = session.status === 'signedOut' && session.expired;
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <img src="/icon.svg" alt="" width="64" height="64" />
        <h1>{t('product', { ns: 'ui' })}</h1>
        <p>{t('signIn.lead')}</p>
      </div>
      <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
        {expired && !problem && (
          <p className="sign-in-note" role="status">
            {t('signIn.expired')}
          </p>
        )}
        <label htmlFor="account">{t('signIn.account')}</label>
        <input
          id="account"
          name="account"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={LIMITS.account.max}
          aria-invalid={problem !== ''}
          aria-describedby="problem"
        />
        <div className="sign-in-row">
          <label htmlFor="password">{t('signIn.password')}</label>
          <button type="button" onClick={() => setVisible(!visible)} aria-pressed={visible}>
            {visible ? t('signIn.hide') : t('signIn.show')}
          </button>
        </div>
        <input
          id="password"
          name="password"
          type={visible ? 'text' : 'password'}
          autoComplete="current-password"
          maxLength={LIMITS.password.max}
          aria-invalid={problem !== ''}
          aria-describedby="problem"
        />
        <p id="problem" className="sign-in-problem" role="alert">
          {problem}
          {wait > 0 && ` ${t('signIn.wait', { seconds: wait })}`}
        </p>
        <PlainButton type="submit" kind="primary" disabled={sending || wait > 0}>
          {sending ? t('signIn.sending') : t('signIn.submit')}
        </PlainButton>
      </form>
      <LanguageLink />
    </main>
  );
}

function LanguageLink() {
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="sign-in-language" lang={other} onClick={() => void chooseLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}

/** Whole seconds left, counting down to zero. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, (seconds) => setLeft(Number.isFinite(seconds) ? Math.ceil(seconds) : 0)];
}
