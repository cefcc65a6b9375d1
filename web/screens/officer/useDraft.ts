import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, type DraftFields, isBegun } from '../../device/draft.ts';
import { localDb } from '../../device/local-db.ts';
import { saveDraft } from '../../device/outbox.ts';
import { useBegun } from '../../ui/begun.ts';

const PAUSE_MS = 1_500;

export interface EditedDraft {
  draft: Draft;
  change(fields: Partial<DraftFields>): void;
  /** Writes what is not yet on the phone. */
  save(): Promise<void>;
  /** When the phone's copy was last written; null before, false when the phone refuses. */
  savedAt: number | null | false;
  /** While the outbox takes it, and after, nothing is written here; false when it could not. */
  handOver(isTaken: boolean): void;
}

/** A draft being written, kept on the phone a moment after each change, when a field is left and when the page goes. */
export function useDraft(initial: Draft): EditedDraft {
  const [draft, setDraft] = useState(initial);
  const [savedAt, setSavedAt] = useState<number | null | false>(null);
  const latest = useRef({ draft: initial, isSaved: true, isOver: false });

  const save = useCallback(async () => {
    const { draft: now, isSaved, isOver } = latest.current;
    if (isSaved || isOver || !isBegun(now)) return;
    latest.current.isSaved = true;
    const at = Date.now();
    try {
      const kept = await saveDraft(localDb, { ...now, savedAt: at });
      if (kept && kept.clientId !== now.clientId) {
        // It was submitted from elsewhere: from here on this is another draft, with whatever was typed meanwhile.
        latest.current.draft = { ...kept, fields: latest.current.draft.fields };
        setDraft(latest.current.draft);
      }
      setSavedAt(at);
    } catch {
      setSavedAt(false);
    }
  }, []);

  const change = useCallback((fields: Partial<DraftFields>) => {
    const now = latest.current.draft;
    latest.current.draft = { ...now, fields: { ...now.fields, ...fields } };
    latest.current.isSaved = false;
    setDraft(latest.current.draft);
  }, []);

  useEffect(() => {
    const timer = setInterval(() => void save(), PAUSE_MS);
    const leave = () => void save();
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
  }, [save]);

  const handOver = useCallback((isTaken: boolean) => {
    latest.current.isOver = isTaken;
  }, []);
  useBegun(isBegun(draft), save);
  return { draft, change, save, savedAt, handOver };
}
