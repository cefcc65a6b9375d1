import { useEffect } from 'react';

const SETTLE_MS = 350;

/** Puts the height that the on-screen keyboard covers into --keyboard, and says on <html> whether it is open. */
export function useKeyboardInset() {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const { documentElement: root } = document;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop);
      root.style.setProperty('--keyboard', `${Math.round(covered)}px`);
      clearTimeout(settling);
      if (isTyping()) root.setAttribute('data-typing', '');
      // The button must not move away between the finger's going down and coming up.
      else settling = setTimeout(() => root.removeAttribute('data-typing'), SETTLE_MS);
    };
    for (const event of ['resize', 'scroll']) view.addEventListener(event, measure);
    for (const event of ['focusin', 'focusout']) document.addEventListener(event, measure);
    // Not before the first drawing, which it would make the browser lay out twice.
    const first = requestAnimationFrame(measure);
    return () => {
      cancelAnimationFrame(first);
      clearTimeout(settling);
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
