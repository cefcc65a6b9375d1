import { useLayoutEffect, useRef } from 'react';
import { overlays } from './overlays.ts';

/**
 * Makes a sheet, drawer or dialog an entry of the browser's history: Back closes it and the page beneath stays. Call it
 * beside the component that opens, with the very `open` it is given and what its cross calls:
 *
 *   useBackCloses(open, onClose);
 *   return <Modal open={open} onCancel={onClose} …/>
 *
 * - A component that is mounted only while open passes true.
 * - `onClose` may refuse (it asks first, say): whatever is still open after Back gets its entry again.
 * - A choice in the sheet that goes to another page closes first: `onClose(); afterClosing(() => navigate(to));`
 * - Dialogs opened by a call, such as `modal.confirm`, have no component:
 *     const closed = backCloses(() => dialog.destroy());
 *     const dialog = modal.confirm({ …, afterClose: closed });
 */
export function useBackCloses(isOpen: boolean, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  // Before the next drawing: a Back that comes with the closing must already find it closed.
  useLayoutEffect(() => (isOpen ? overlays.open(() => latest.current()) : undefined), [isOpen]);
}

export const backCloses = overlays.open;
export const afterClosing = overlays.afterClosing;
