import { useLayoutEffect } from 'react';

/** From 1.5 times the usual size on, bars give way to what is read. */
const LARGE_PX = 24;

/** Says on <html> whether somebody reads in large type, however they have set it; media queries know the browser's setting only. */
export function useLargeType() {
  useLayoutEffect(() => {
    if (typeof ResizeObserver === 'undefined') return;
    const { documentElement: root, body } = document;
    const probe = body.appendChild(document.createElement('div'));
    probe.setAttribute('aria-hidden', 'true');
    probe.style.cssText = 'position:absolute;top:0;left:0;width:1rem;height:0;visibility:hidden';
    const observer = new ResizeObserver(() => root.toggleAttribute('data-large-type', probe.offsetWidth >= LARGE_PX));
    observer.observe(probe);
    return () => {
      observer.disconnect();
      probe.remove();
      root.removeAttribute('data-large-type');
    };
  }, []);
}
