/** What pages of one device tell each other about the drafts they write. */
type Word = { draft: string; from: string } & (
  | { type: 'opened'; since: number }
  | { type: 'held' }
  | { type: 'take' }
  | { type: 'given' }
);
export interface Wire {
  tell(word: unknown): void;
  listen(hear: (word: unknown) => void): void;
}

interface Holder {
  since: number;
  /** Another page writes it now: what is typed here must be on the phone when this resolves. */
  giveAway: () => Promise<void>;
}

/** A page that does not answer has gone, and its last words with it. */
const PATIENCE_MS = 1_000;

/**
 * One page writes a draft. The one that opened it first keeps it, and the later one says so, until somebody asks for the
 * draft there: then the first saves what it has and gives it away.
 */
export function makeHolders(wire: Wire, me: string, patience: (done: () => void) => void = waitFor) {
  const held = new Map<string, Holder>();
  const waiting = new Map<string, () => void>();
  const tell = (word: Word) => wire.tell(word);
  const lose = (draft: string): Promise<void> => {
    const holder = held.get(draft);
    held.delete(draft);
    return holder?.giveAway() ?? Promise.resolve();
  };

  wire.listen((heard) => {
    const word = heard as Word;
    const { draft } = word;
    if (word.type === 'given') return waiting.get(draft)?.();
    const holder = held.get(draft);
    if (!holder || word.from === me) return;
    if (word.type === 'opened') {
      const isOlder = holder.since < word.since || (holder.since === word.since && me < word.from);
      if (isOlder) tell({ type: 'held', draft, from: me });
      else void lose(draft);
    }
    if (word.type === 'held') void lose(draft);
    if (word.type === 'take') void lose(draft).finally(() => tell({ type: 'given', draft, from: me }));
  });

  return {
    hold(draft: string, giveAway: Holder['giveAway'], now = Date.now()): () => void {
      const holder = { since: now, giveAway };
      held.set(draft, holder);
      tell({ type: 'opened', draft, from: me, since: now });
      return () => {
        if (held.get(draft) === holder) held.delete(draft);
      };
    },
    /** Asks for a draft that another page holds; resolves when it has saved, or has gone. */
    take(draft: string): Promise<void> {
      return new Promise<void>((resolve) => {
        waiting.set(draft, resolve);
        patience(resolve);
        tell({ type: 'take', draft, from: me });
      }).then(() => void waiting.delete(draft));
    },
  };
}

const waitFor = (done: () => void) => void setTimeout(done, PATIENCE_MS);
