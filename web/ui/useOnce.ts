import { useRef, useState } from 'react';
import { type Failure, failed, failureOf } from './failure.ts';

export type Outcome<T> = { value: T } | { failure: Failure } | { isRepeat: true };

/** What is sent one at a time, so that the second click does nothing; an answer without a value is a failure. */
export function useOnce() {
  const running = useRef(false);
  const [isBusy, setBusy] = useState(false);

  async function once<T>(send: () => Promise<T | undefined>): Promise<Outcome<T>> {
    if (running.current) return { isRepeat: true };
    running.current = true;
    setBusy(true);
    try {
      const value = await send();
      return value === undefined ? { failure: failed('INTERNAL') } : { value };
    } catch (error) {
      return { failure: failureOf(error) };
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { isBusy, once };
}
