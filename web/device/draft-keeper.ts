import { countyNow } from '../ui/county-clock.ts';
import { UNDO_MS } from '../ui/undo-ms.ts';
import { type Attached, type Draft, type DraftFields, isBegun } from './draft.ts';
import type { LocalDb } from './local-db.ts';
import { saveDraft } from './outbox.ts';
import { attachedOf, type Prepared, partOf } from './parts.ts';
import { isWithin, spanOf } from './span.ts';
import { forgetTypedDraft, noteTyped } from './typed-drafts.ts';

/** A draft being written, as its form sees it. */
export interface Written {
  draft: Draft;
  /** When the phone's copy was last written; null before, false when the phone refuses. */
  savedAt: number | null | false;
}

export type DraftKeeper = ReturnType<typeof keepDraft>;

/**
 * Keeps a draft on the phone while it is written. What changes it stands in line: a photo is stored together with the
 * draft that names it, and no save of words in between can forget it.
 */
export function keepDraft(
  db: LocalDb,
  initial: Draft,
  hear: (written: Written) => void,
  now: () => number = countyNow,
) {
  const state = { draft: initial, savedAt: null as Written['savedAt'], isSaved: true, isOver: false };
  let line: Promise<unknown> = Promise.resolve();
  const tell = () => hear({ draft: state.draft, savedAt: state.savedAt });
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = line.then(work);
    line = done.catch(() => undefined);
    return done;
  };

  /** It was submitted from elsewhere: from here on this is another draft, with whatever was typed meanwhile. */
  const follow = (kept: Draft) => {
    const { clientId, follows, attachments } = kept;
    const { mends: _, attachments: __, ...rest } = state.draft;
    state.draft = { ...rest, clientId, ...(follows && { follows }), ...(attachments && { attachments }) };
  };

  async function write() {
    if (state.isSaved || state.isOver || !isBegun(state.draft)) return;
    state.isSaved = true;
    const written = { ...state.draft, savedAt: now() };
    try {
      const kept = await saveDraft(db, written);
      if (kept && kept.clientId !== written.clientId) follow(kept);
      if (state.isSaved) forgetTypedDraft(written);
      state.savedAt = written.savedAt;
    } catch {
      state.isSaved = false;
      state.savedAt = false;
    }
    tell();
  }

  const attach = (attachments: readonly Attached[]) => {
    state.draft = { ...state.draft, attachments };
    state.isSaved = false;
    tell();
    return inLine(write);
  };
  const current = () => state.draft.attachments ?? [];

  return {
    /** As they are this very moment, drawn or not. */
    attached: current,
    change(fields: Partial<DraftFields>) {
      state.draft = { ...state.draft, fields: { ...state.draft.fields, ...fields } };
      state.isSaved = false;
      // After the outbox has taken it there is nothing here to come back to.
      if (!state.isOver && isBegun(state.draft)) noteTyped(state.draft);
      tell();
    },
    /** Writes what is not yet on the phone. */
    save: () => inLine(write),
    /** Resolves when it stands on the phone; only then is it in the draft. */
    add: (prepared: Prepared): Promise<void> =>
      inLine(async () => {
        const chosen = await partOf(state.draft, prepared);
        const written = { ...state.draft, attachments: [...current(), attachedOf(chosen.part)], savedAt: now() };
        const kept = await saveDraft(db, written, chosen);
        if (kept && kept.clientId !== written.clientId) follow(kept);
        else state.draft = { ...state.draft, attachments: written.attachments };
        state.savedAt = written.savedAt;
        tell();
      }),
    /** Out of the draft; for a while it can be put back where it was. */
    remove(clientId: string): () => Promise<boolean> {
      const place = current().findIndex((one) => one.clientId === clientId);
      const gone = current()[place];
      const at = now();
      void attach(current().filter((one) => one !== gone));
      return async () => {
        if (!gone || !isWithin(spanOf(at, UNDO_MS), now())) return false;
        if (!gone.isStored && !(await db.parts.get(clientId))) return false;
        await attach([...current().slice(0, place), gone, ...current().slice(place)]);
        return true;
      };
    },
    /** One place towards the beginning. */
    moveUp(clientId: string) {
      const place = current().findIndex((one) => one.clientId === clientId);
      const [moved, before] = [current()[place], current()[place - 1]];
      if (moved && before)
        void attach([...current().slice(0, place - 1), moved, before, ...current().slice(place + 1)]);
    },
    /** While the outbox takes it, and after, nothing is written here; false when it could not. */
    handOver(isTaken: boolean) {
      state.isOver = isTaken;
    },
    /** The outbox, or the server, has it: what was typed need not be found again. */
    forget: () => forgetTypedDraft(state.draft),
  };
}
