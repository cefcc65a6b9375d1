import { useState } from 'react';
import { useBegun } from '../ui/begun.ts';
import { keepTyped, readTyped, type TextPlace } from '../ui/kept-text.ts';
import { useViewer } from './session.ts';

export interface KeptTyping<T> {
  value: T;
  /** What was typed: on the screen, and on the machine until `forget`. */
  change: (value: T) => void;
  /** Sent, or thrown away on purpose. */
  forget: () => void;
  /** It was begun earlier: the screen may say so. */
  isFound: boolean;
}

/**
 * Text of a sheet or dialog, or all its fields as one object, that outlives Esc, Back, a click outside and a reload: it
 * is kept for this person, deed and subject until it is sent or thrown away on purpose, and signing out wipes it.
 *
 *   const reason = useKeptText({ deed: 'return', subject: report.id }, '');
 *   <TextArea value={reason.value} onChange={(event) => reason.change(event.target.value)} />
 *   // after the server's yes, or on a button that says so: reason.forget();
 *
 * A component that is drawn for another subject takes it as its key.
 */
export function useKeptText<T>(of: Omit<TextPlace, 'personId'>, initial: T): KeptTyping<T> {
  const place = { ...of, personId: useViewer().person.id };
  const [found, setFound] = useState(() => readTyped<T>(place));
  const [value, setValue] = useState<T>(found ?? initial);
  const isSame = (one: T) => JSON.stringify(one) === JSON.stringify(initial);
  useBegun(!isSame(value));
  return {
    value,
    change: (next) => {
      setValue(next);
      keepTyped(place, isSame(next) ? null : next);
    },
    forget: () => {
      keepTyped(place, null);
      setFound(null);
      setValue(initial);
    },
    isFound: found !== null,
  };
}
