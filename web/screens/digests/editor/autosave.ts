/** What the clerk reads beside the text: 已保存 hh:mm, 保存中, 未保存 · 重试, or two versions to choose from. */
export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

export interface AutosaveState<T> {
  status: SaveStatus;
  value: T;
  /** Null until the first save of this sitting. */
  savedAt: Date | null;
  error: unknown;
}

export interface AutosaveParts<T> {
  value: T;
  /** Stores one value; rejects when it was not stored. */
  send(value: T): Promise<void>;
  /** Keeps typed text on this machine until it is stored; null forgets it. */
  keep(value: T | null): void;
  isConflict(error: unknown): boolean;
  /** False for what no repetition mends: a refusal, a bad input. */
  canRetry?(error: unknown): boolean;
  /** False while the value is not fit to be stored, such as an empty title. */
  isSendable?(value: T): boolean;
}

const DEBOUNCE_MS = 1500;
const RETRY_MS = [5_000, 15_000, 30_000];

/** Saves a value as it is typed: debounced, one request at a time, and nothing typed is dropped before it is stored. */
export class Autosave<T> {
  #parts: AutosaveParts<T>;
  #state: AutosaveState<T>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #failures = 0;
  #listeners = new Set<() => void>();

  constructor(parts: AutosaveParts<T>) {
    this.#parts = parts;
    this.#state = { status: 'saved', value: parts.value, savedAt: null, error: null };
  }

  get state(): AutosaveState<T> {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(value: T): void {
    this.#parts.keep(value);
    const status = this.#state.status;
    // During a conflict nothing is sent until the clerk has chosen; during a save the rest follows it.
    this.#set({ value, status: status === 'conflict' || status === 'saving' ? status : 'waiting' });
    if (this.#state.status === 'waiting') this.#schedule(DEBOUNCE_MS);
  }

  /** Sends now what has not been stored; resolves when nothing is left in flight. */
  async flush(): Promise<void> {
    if (this.#sending) await this.#sending;
    const isOpen = this.#state.status === 'waiting' || this.#state.status === 'failed';
    if (isOpen && (this.#parts.isSendable?.(this.#state.value) ?? true)) await this.#send();
  }

  /** Ends a conflict with the value the clerk chose; `send` is expected to know the newest version by now. */
  resolve(value: T): Promise<void> {
    this.#parts.keep(value);
    this.#set({ value, status: 'waiting', error: null });
    return this.flush();
  }

  /** The stored value changed elsewhere and the clerk has typed nothing here, or gives theirs up. */
  replace(value: T): void {
    clearTimeout(this.#timer);
    this.#parts.keep(null);
    this.#set({ value, status: 'saved', error: null });
  }

  /** Someone else stored another version while text here is not stored yet. */
  meetConflict(): void {
    clearTimeout(this.#timer);
    this.#set({ status: 'conflict' });
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    const sent = this.#state.value;
    this.#set({ status: 'saving', error: null });
    this.#sending = this.#parts.send(sent).then(
      () => this.#stored(sent),
      (error: unknown) => this.#refused(error),
    );
    await this.#sending;
  }

  #stored(sent: T): void {
    this.#sending = undefined;
    this.#failures = 0;
    const typedMeanwhile = this.#state.value !== sent;
    if (!typedMeanwhile) this.#parts.keep(null);
    if (this.#state.status === 'conflict') return;
    this.#set({ status: typedMeanwhile ? 'waiting' : 'saved', savedAt: new Date() });
    if (typedMeanwhile) this.#schedule(DEBOUNCE_MS);
  }

  #refused(error: unknown): void {
    this.#sending = undefined;
    if (this.#parts.isConflict(error)) {
      this.#set({ status: 'conflict', error });
      return;
    }
    this.#set({ status: 'failed', error });
    if (this.#parts.canRetry?.(error) ?? true)
      this.#schedule(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? DEBOUNCE_MS);
    this.#failures += 1;
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #set(change: Partial<AutosaveState<T>>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
