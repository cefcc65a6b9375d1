import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What covers the page, the topmost last; Esc closes that one. */
const covers: { close: () => void }[] = [];

/** While something covers the page, the page neither scrolls nor takes the focus; browsers before 2022 know only the first. */
function holdPage() {
  document.body.style.overflow = covers.length > 0 ? 'hidden' : '';
  document.getElementById('root')?.toggleAttribute('inert', covers.length > 0);
}

if (typeof document !== 'undefined')
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') covers.at(-1)?.close();
  });

/** The focus goes into what covers the page, and back to where it was when that goes. */
export function useCover(cover: RefObject<HTMLElement | null>, onClose: () => void) {
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => {
    const before = document.activeElement;
    const own = { close: () => latest.current() };
    covers.push(own);
    holdPage();
    if (!cover.current?.contains(document.activeElement)) cover.current?.focus({ preventScroll: true });
    return () => {
      covers.splice(covers.indexOf(own), 1);
      holdPage();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [cover]);
}
