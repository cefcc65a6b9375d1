import { useLayoutEffect } from 'react';
import { useTypeScale } from '../ui/type-scale.ts';

/** From 1.5 times the usual size on, bars give way to what is read. */
const LARGE = 1.5;

/** Says on <html> whether somebody reads in large type; media queries know the browser's setting only. */
export function useLargeType() {
  const isLarge = useTypeScale() >= LARGE;
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-large-type', isLarge);
    return () => document.documentElement.removeAttribute('data-large-type');
  }, [isLarge]);
}
