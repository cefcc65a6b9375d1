import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { relativeTime, shanghaiTime } from './time.ts';

/** "3 minutes ago", with the full time on hover; follows the clock while it is young. */
export function RelativeTime({ at }: { at: string }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const { key, values, text } = relativeTime(at, now);
  return (
    <time dateTime={at} title={shanghaiTime(at)}>
      {key ? t(key, values) : text}
    </time>
  );
}
