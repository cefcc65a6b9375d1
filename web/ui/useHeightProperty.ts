import { type RefObject, useLayoutEffect } from 'react';

/** Keeps an element's height in a custom property: with large text bars grow, and what sits beside them must know. */
export function useHeightProperty(element: RefObject<HTMLElement | null>, property: `--${string}`) {
  useLayoutEffect(() => {
    const measured = element.current;
    const { style } = document.documentElement;
    if (!measured || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (measured.offsetHeight > 0) style.setProperty(property, `${measured.offsetHeight}px`);
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, [element, property]);
}
