import type { Language } from '../contract/errors.ts';
import type { Comer } from '../gate/pace.ts';

/** What a resolver may ask of the request it serves. */
export interface Caller {
  language: Language;
  /** Where failures are counted; null inside the process. */
  address: string | null;
  tokenHash: string | null;
  /** What the browser says of itself; over HTTP. */
  userAgent?: string | undefined;
  /** Whose share of this process was taken up at the door; over HTTP. */
  comer?: Comer;
  /** How long a session lasts that this caller opens. */
  sessionHours: number;
  /** Sets (or with null clears) the session cookie of the answer. */
  setToken(token: string | null): void;
  /** Marks of accounts that have signed in on this device, the newest first, and how they are kept there; over HTTP. */
  marks?: readonly string[];
  setMarks?(marks: readonly string[], personId: string): void;
  /** Tells when whoever asked has gone without an answer, until what it answers is called; over HTTP. */
  onGone?(tell: () => void): () => void;
}
