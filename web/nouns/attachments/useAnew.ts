import { useEffect, useState } from 'react';
import { useOnline } from '../../ui/useOnline.ts';

/**
 * A link holds for some minutes: what does not open is asked for anew, and drawn again when another link has come. `url` is undefined as long as there is none
 * that may open; `retry` tries once more.
 */
export function useAnew(url: string | null, anew: () => Promise<unknown>) {
  const [broken, setBroken] = useState<string | null>(null);
  const isOnline = useOnline();
  useEffect(() => {
    if (isOnline) setBroken(null);
  }, [isOnline]);
  const ask = () => void anew().catch(() => undefined);
  return {
    url: url === null || url === broken ? undefined : url,
    failed() {
      setBroken(url);
      ask();
    },
    retry() {
      setBroken(null);
      ask();
    },
  };
}
