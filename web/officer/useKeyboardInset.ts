import { useEffect } from 'react';

/** Puts the height that the on-screen keyboard covers into --keyboard, and says on <html> whether it is open. */
export function useKeyboardInset() {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const { documentElement: root } = document;
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop);
      root.style.setProperty('--keyboard', `${Math.round(covered)}px`);
      root.toggleAttribute('data-typing', isTyping());
    };
    for (const event of ['resize', 'scroll']) view.addEventListener(event, measure);
    for (const event of ['focusin', 'focusout']) document.addEventListener(event, measure);
    measure();
    return () => {
      for (const event of ['resize', 'scroll']) view.removeEventListener(event, measure);
      for (const event of ['focusin', 'focusout']) document.removeEventListener(event, measure);
      root.removeAttribute('data-typing');
    };
  }, []);
}

/** A field that brings up the keyboard has the focus, on a device that has one on screen. */
function isTyping(): boolean {
  const field = document.activeElement;
  return (
    matchMedia('(pointer: coarse)').matches &&
    (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'radio'))
  );
}
