import { useSyncExternalStore } from 'react';

const USUAL_PX = 16;
const listeners = new Set<() => void>();
let isWatched = false;
/** As last measured. Measuring makes the whole page work out its styles, and React asks at every drawing. */
let scale: number | undefined;

/** Media queries tell of another window, and not of another size of letters. */
function watch() {
  if (isWatched || typeof ResizeObserver === 'undefined') return;
  isWatched = true;
  const probe = document.body.appendChild(document.createElement('div'));
  probe.setAttribute('aria-hidden', 'true');
  probe.style.cssText = 'position:absolute;top:0;left:0;width:1rem;height:0;visibility:hidden';
  new ResizeObserver(() => {
    scale = undefined;
    for (const hear of listeners) hear();
  }).observe(probe);
}

export function listenToTypeScale(hear: () => void): () => void {
  watch();
  listeners.add(hear);
  return () => listeners.delete(hear);
}

function scaleNow(): number {
  scale ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_PX || 1;
  return scale;
}

/** How large somebody reads, however they have set it: 2 for letters of twice the usual size. */
export const useTypeScale = (): number => useSyncExternalStore(listenToTypeScale, scaleNow, () => 1);
