import { useLayoutEffect } from 'react';

const OVERLAYS = '.ant-modal-root, .ant-drawer';
/** Where somebody was on the page itself: a dialog that follows another one goes back there too. */
let onPage: HTMLElement | undefined;
if (typeof document !== 'undefined')
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest(OVERLAYS)) onPage = target;
  });

/**
 * When a dialog goes, whoever works by keys goes on where they were. The component library sees to that only for dialogs that
 * are closed before they are taken away; most of ours are mounted while open, and would leave the focus nowhere.
 */
export function useFocusReturns(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    return () => void requestAnimationFrame(giveBack);
  }, [isOpen]);
}

/** Unless the next dialog, or whoever closed this one, has taken it already. */
function giveBack() {
  const isNowhere = !document.activeElement || document.activeElement === document.body;
  if (!isNowhere) return;
  const place = onPage?.isConnected ? onPage : document.getElementById('content');
  place?.focus({ preventScroll: true });
}
