import { useEffect, useRef } from 'react';
import { overlays } from '../ui/overlays.ts';
import { type Keys, keyOf } from './keys.ts';

/** Calls what a key of the screen does; while a dialog is open the keys are the dialog's. */
export function useKeys<Name extends string>(keys: Keys<Name>, deeds: Partial<Record<Name, () => void>>) {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || overlays.isAnyOpen()) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const { key, keyCode, isComposing, ctrlKey, metaKey, altKey, repeat } = event;
      const at = target && {
        tagName: target.tagName,
        isContentEditable: target.isContentEditable,
        type: target.getAttribute('type') ?? '',
        role: target.getAttribute('role'),
      };
      const name = keyOf(keys, { key, keyCode, isComposing, ctrlKey, metaKey, altKey, repeat, target: at });
      const deed = name && latest.current[name];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [keys]);
}
