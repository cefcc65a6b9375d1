import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from './clock.ts';
import { relativeTime, shanghaiTime } from './time.ts';

/** "3 minutes ago", with the full time on hover; follows the clock. */
export function RelativeTime({ at }: { at: string }) {
  const { t } = useTranslation();
  const words = useSyncExternalStore(clock.listen, () => {
    const { key, values, text } = relativeTime(at, clock.now());
    return key ? t(key, values) : text;
  });
  return (
    <time dateTime={at} title={shanghaiTime(at)}>
      {words}
    </time>
  );
}
