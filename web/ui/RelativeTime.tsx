import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from './clock.ts';
import { relativeTime, shanghaiTime } from './time.ts';

interface Props {
  at: string;
  /** The full time stands beside it; beyond a week that is all there is to say. */
  isWhole?: boolean;
}

/** "3 minutes ago", with the full time on hover; follows the clock. */
export function RelativeTime({ at, isWhole = false }: Props) {
  const { t } = useTranslation();
  const words = useSyncExternalStore(clock.listen, () => {
    const { key, values, text } = relativeTime(at, clock.now());
    if (!isWhole) return key ? t(key, values) : text;
    return key ? `${t(key, values)} ${shanghaiTime(at)}` : shanghaiTime(at);
  });
  return (
    <time dateTime={at} title={shanghaiTime(at)}>
      {words}
    </time>
  );
}
