/** The browser's entries as far as open sheets need them; tests give their own. */
export interface Entries {
  /** How many open sheets the present entry stands for. */
  depth(): number;
  push(depth: number): void;
  go(by: number): void;
  whenPopped(hear: () => void): void;
  /** Calls once what is happening now has been drawn. */
  soon(work: () => void, ms?: number): void;
}

interface Overlay {
  close: () => void;
  isAsked: boolean;
}

/** No answer to `go` after this: the entries are not as we think, and nobody shall wait for them. */
const LOST_MS = 1_000;

/**
 * Keeps as many entries on top of the page's own as sheets are open: Back takes one away and its sheet closes; a sheet
 * closed by its button takes its entry along. An entry without its sheet (met after a reload, or on the way back from
 * another page) is left at once. A sheet that will not close when asked gets its entry again.
 */
export function makeOverlays(entries: Entries) {
  const open: Overlay[] = [];
  let waiting: (() => void)[] = [];
  let isPlanned = false;
  let isGoing = false;

  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    entries.soon(settle);
  };
  function settle() {
    isPlanned = false;
    if (isGoing) return;
    const excess = entries.depth() - open.length;
    if (excess > 0) return leave(excess);
    for (const overlay of open) overlay.isAsked = false;
    for (let depth = entries.depth() + 1; depth <= open.length; depth++) entries.push(depth);
    const done = waiting;
    waiting = [];
    for (const then of done) then();
  }
  function leave(excess: number) {
    isGoing = true;
    entries.go(-excess);
    entries.soon(() => {
      if (!isGoing) return;
      isGoing = false;
      for (const then of waiting.splice(0)) then();
    }, LOST_MS);
  }
  entries.whenPopped(() => {
    // What was opened while a closed sheet's entry was on its way out is not what that step was for.
    const isOwn = isGoing;
    isGoing = false;
    if (isOwn) return plan();
    for (const overlay of open.slice(entries.depth()).reverse()) {
      if (!overlay.isAsked) overlay.close();
      overlay.isAsked = true;
    }
    plan();
  });
  if (entries.depth() > 0) plan();

  return {
    /** Registers an open sheet; the function given back says that it has closed, however that came. */
    open(close: () => void): () => void {
      const overlay: Overlay = { close, isAsked: false };
      open.push(overlay);
      plan();
      return () => {
        const place = open.indexOf(overlay);
        if (place < 0) return;
        open.splice(place, 1);
        plan();
      };
    },
    isAnyOpen: () => open.length > 0,
    /** Calls when the entries of sheets just closed are gone: going to another page before would leave them behind it. */
    afterClosing(then: () => void): void {
      waiting.push(then);
      plan();
    },
  };
}

const MARK = 'lxqOverlays';
const browser: Entries = {
  depth: () => Number((history.state as Record<string, unknown> | null)?.[MARK] ?? 0),
  // The router's own state goes along: to it this is the same place.
  push: (depth) => history.pushState({ ...(history.state as object | null), [MARK]: depth }, ''),
  go: (by) => history.go(by),
  whenPopped: (hear) => addEventListener('popstate', hear),
  soon: (work, ms = 0) => void setTimeout(work, ms),
};

export const overlays = makeOverlays(
  typeof window === 'undefined'
    ? { depth: () => 0, push: () => {}, go: () => {}, whenPopped: () => {}, soon: () => {} }
    : browser,
);
