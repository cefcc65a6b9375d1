import { useEffect, useMemo, useState } from 'react';
import { type Draft, isBegun } from '../../device/draft.ts';
import { type DraftKeeper, keepDraft, type Written } from '../../device/draft-keeper.ts';
import { localDb } from '../../device/local-db.ts';
import { useBegun } from '../../ui/begun.ts';

const PAUSE_MS = 1_500;

export type EditedDraft = DraftKeeper & Written;

/** A draft being written, kept on the phone a moment after each change, when a field is left and when the page goes. */
export function useDraft(initial: Draft): EditedDraft {
  const [written, setWritten] = useState<Written>({ draft: initial, savedAt: null });
  // The form is drawn anew for another draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the first drawing was given
  const keeper = useMemo(() => keepDraft(localDb, initial, setWritten), []);

  useEffect(() => {
    const timer = setInterval(() => void keeper.save(), PAUSE_MS);
    const leave = () => void keeper.save();
    document.addEventListener('visibilitychange', leave);
    document.addEventListener('focusout', leave);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', leave);
      document.removeEventListener('focusout', leave);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);

  useBegun(isBegun(written.draft), keeper.save);
  return { ...keeper, ...written };
}
