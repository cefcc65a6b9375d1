import { LIMITS } from '@lxq/schema/limits.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { useSignIn } from './useSignIn.ts';

export function SignInForm({ isExpired }: { isExpired: boolean }) {
  const { t } = useTranslation('session');
  const { send, isSending, problem, wait } = useSignIn();
  const [isVisible, setVisible] = useState(false);
  const said = wait > 0 ? t('signIn.wait', { seconds: wait }) : problem;
  const described = { 'aria-invalid': said !== '', 'aria-describedby': 'problem' };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send(String(form.get('account') ?? '').trim(), String(form.get('password') ?? ''));
  }
  return (
    <form className="as-stack sign-in-form" onSubmit={submit} noValidate>
      {isExpired && said === '' && (
        <p className="sign-in-note" role="status">
          {t('signIn.expired')}
        </p>
      )}
      <label htmlFor="account">{t('signIn.account')}</label>
      <input
        className="as-field"
        id="account"
        name="account"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={LIMITS.account.max}
        {...described}
      />
      <div className="as-row sign-in-row">
        <label htmlFor="password">{t('signIn.password')}</label>
        <button type="button" className="as-link" onClick={() => setVisible(!isVisible)} aria-pressed={isVisible}>
          {isVisible ? t('signIn.hide') : t('signIn.show')}
        </button>
      </div>
      <input
        className="as-field"
        id="password"
        name="password"
        type={isVisible ? 'text' : 'password'}
        autoComplete="current-password"
        maxLength={LIMITS.password.max}
        {...described}
      />
      <p id="problem" className="sign-in-problem" role="alert">
        {said}
      </p>
      <PlainButton type="submit" kind="primary" disabled={isSending || wait > 0}>
        {isSending ? t('signIn.sending') : t('signIn.submit')}
      </PlainButton>
    </form>
  );
}
