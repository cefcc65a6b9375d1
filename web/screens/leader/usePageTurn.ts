import { type PointerEvent, useEffect, useRef } from 'react';
import { pageTurn } from './reading.ts';

/** Turns pages by a stroke of the finger and by the arrow keys. */
export function usePageTurn(turn: (by: -1 | 1) => void) {
  const from = useRef<{ x: number; y: number; at: number } | null>(null);
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement | null)?.closest(
        'input, textarea, [contenteditable], [role=dialog]',
      );
      if (isTyping || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'ArrowRight') latest.current(1);
      if (event.key === 'ArrowLeft') latest.current(-1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return {
    onPointerDown: ({ pointerType, clientX: x, clientY: y, timeStamp: at }: PointerEvent) => {
      from.current = pointerType === 'mouse' ? null : { x, y, at };
    },
    onPointerUp: ({ clientX, clientY, timeStamp }: PointerEvent) => {
      if (!from.current) return;
      const { x, y, at } = from.current;
      from.current = null;
      const by = pageTurn({ dx: clientX - x, dy: clientY - y, ms: timeStamp - at });
      if (by !== 0) latest.current(by);
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}
