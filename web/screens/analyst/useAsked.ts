import { useCallback, useEffect, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { overlays } from '../../ui/overlays.ts';
import { type Asked, readAsked, writeAsked } from './asked.ts';

interface Step {
  /** How many changes Back can take away before it leaves the question. */
  steps: number;
}

/** The question in the address; every change is a step that Back undoes, and so are ctrl+z and the button. */
export function useAsked() {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const steps = (state as Step | null)?.steps ?? 0;
  const asked = useMemo(() => readAsked(new URLSearchParams(search)), [search]);
  const ask = useCallback(
    (next: Asked) => {
      const written = writeAsked(next);
      const view = new URLSearchParams(search).get('view');
      if (view) written.set('view', view);
      if (`?${written}` === search) return;
      void navigate({ search: `?${written}` }, { state: { steps: steps + 1 } satisfies Step });
    },
    [navigate, search, steps],
  );
  const undo = useMemo(() => (steps > 0 ? () => void navigate(-1) : undefined), [navigate, steps]);
  useUndoKeys(undo);
  return { asked, search, ask, undo };
}

function useUndoKeys(undo: (() => void) | undefined) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || !undo || overlays.isAnyOpen() || isTyped(event.target)) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo]);
}
/** A field undoes what was typed into it; one that is only chosen with is empty. */
const isTyped = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.value !== '') ||
  target instanceof HTMLTextAreaElement;
