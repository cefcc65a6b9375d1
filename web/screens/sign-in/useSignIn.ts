import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../session/deeds.ts';
import { failureOf } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';

/** Signing in: what went wrong in words, and the seconds to wait after too many tries. */
export function useSignIn() {
  const { t } = useTranslation('session');
  const wordsOf = useFailureWords();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const [wait, setWait] = useCountdown();

  async function send(account: string, password: string) {
    if (!account || !password) return setProblem(t('signIn.missing'));
    setSending(true);
    setProblem('');
    try {
      await signIn(account, password);
    } catch (error) {
      const { code, extensions } = failureOf(error);
      const pause = Number(extensions.retryAfter ?? 0);
      setWait(pause);
      // The seconds that the server names are counted down instead.
      if (!pause) setProblem(code === 'OFFLINE' ? t('signIn.offline') : wordsOf(error).line);
    } finally {
      setSending(false);
    }
  }
  return { send, isSending, problem, wait };
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
