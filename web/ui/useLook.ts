import { useLayoutEffect } from 'react';
import { lookAs } from './look.ts';

/** Each frame says what it is before it is drawn; what stands in no frame looks as the last one did. */
export function useLook(frame: 'phone' | 'desk') {
  useLayoutEffect(() => lookAs(frame), [frame]);
}
