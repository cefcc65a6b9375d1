import type { Logger } from 'pino';
import type { Language } from '../contract/errors.ts';
import type { Database } from '../scope/database.ts';
import type { Rights } from '../scope/rights.ts';
import { findManyRights } from '../scope/rights.ts';
import { together } from './together.ts';

/** Rights older than this are read again before anything is delivered under them. */
const RIGHTS_MS = 5_000;
/** Everybody's are re-read once within the first of these, a slice at a time, so that a delivery hardly ever has to wait for it. */
const ROUND_MS = 4_000;
const SLICE_MS = 500;

/** Who asks, as far as the gate needs it; all that is kept of the request. */
export interface Asker {
  tokenHash: string | null;
  language: Language;
  address: string | null;
}
/** What a session could do when its rights were last read; one for all its sockets and subscriptions. */
export interface Session {
  rights: Rights;
  readAt: number;
  users: number;
}
export type Ending = 'UNAUTHENTICATED' | 'RIGHTS_CHANGED';

export class Sessions {
  /** The longest unread first. */
  private readonly known = new Map<string, Session>();
  private readonly asked = new Set<string>();
  private readonly database: Database;
  private readonly logger: Logger;
  private readonly onEnd: (session: Session, ending: Ending) => void;
  private sweeper?: NodeJS.Timeout;

  constructor(database: Database, logger: Logger, onEnd: (session: Session, ending: Ending) => void) {
    this.database = database;
    this.logger = logger;
    this.onEnd = onEnd;
  }
  start(): void {
    this.sweeper = setInterval(
      () => this.sweep().catch((err) => this.logger.warn({ err }, 'rights could not be re-read')),
      SLICE_MS,
    );
    this.sweeper.unref();
  }
  stop(): void {
    clearInterval(this.sweeper);
  }

  /** The rights of one session now; many who ask at once are one statement. */
  async find(tokenHash: string): Promise<Rights | null> {
    this.asked.add(tokenHash);
    return (await this.findAsked()).get(tokenHash) ?? null;
  }
  private readonly findAsked = together(() => {
    const hashes = [...this.asked];
    this.asked.clear();
    return findManyRights(this.database, hashes);
  });

  /** A socket, or a subscription on it, begins to stand on rights that were read at `readAt`. */
  enter(rights: Rights, readAt: number): Session {
    const { tokenHash } = rights;
    const earlier = this.known.get(tokenHash);
    if (earlier && !isSame(earlier.rights, rights)) this.end(earlier, 'RIGHTS_CHANGED');
    else if (earlier) {
      earlier.users++;
      return earlier;
    }
    const session = { rights, readAt, users: 1 };
    this.known.set(tokenHash, session);
    return session;
  }
  leave(session: Session): void {
    session.users--;
    const { tokenHash } = session.rights;
    if (!session.users && this.known.get(tokenHash) === session) this.known.delete(tokenHash);
  }

  /** Before a delivery: whoever of these has other rights by now has been shown out when it resolves. */
  async refresh(sessions: Iterable<Session | null>): Promise<void> {
    const limit = Date.now() - RIGHTS_MS;
    const [longest] = this.known.values();
    if (!longest || longest.readAt > limit) return;
    const stale = new Set<Session>();
    for (const session of sessions) if (session && session.readAt <= limit) stale.add(session);
    if (stale.size) await this.reread([...stale]);
  }
  /** A disabled or demoted person's sockets close within the period, also when nothing happens. */
  private async sweep(): Promise<void> {
    const most = Math.ceil((this.known.size * SLICE_MS) / ROUND_MS);
    const slice: Session[] = [];
    for (const session of this.known.values()) {
      if (slice.length === most) break;
      slice.push(session);
    }
    if (slice.length) await this.reread(slice);
  }
  /** Whoever of these has other rights by now has been shown out when it resolves. */
  async reread(sessions: Session[]): Promise<void> {
    const begun = Date.now();
    const now = await findManyRights(
      this.database,
      sessions.map((session) => session.rights.tokenHash),
    );
    for (const session of sessions) {
      const { tokenHash } = session.rights;
      const rights = now.get(tokenHash);
      if (!rights || !isSame(session.rights, rights)) this.end(session, rights ? 'RIGHTS_CHANGED' : 'UNAUTHENTICATED');
      else if (this.known.get(tokenHash) === session) {
        session.rights = rights;
        session.readAt = begun;
        this.known.delete(tokenHash);
        this.known.set(tokenHash, session);
      }
    }
  }
  private end(session: Session, ending: Ending): void {
    const { tokenHash } = session.rights;
    if (this.known.get(tokenHash) === session) this.known.delete(tokenHash);
    this.onEnd(session, ending);
  }
}

const isSame = (one: Rights, { postId, role, unitCode, personId, actedById }: Rights) =>
  one.postId === postId &&
  one.role === role &&
  one.unitCode === unitCode &&
  one.personId === personId &&
  one.actedById === actedById;
