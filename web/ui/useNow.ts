import { useEffect, useState } from 'react';
import { countyNow } from './county-clock.ts';

/** The county's clock, told every second while `isTicking`. */
export function useNow(isTicking = true): number {
  const [now, setNow] = useState(() => countyNow());
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNow(countyNow()), 1_000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
