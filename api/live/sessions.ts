import type { Logger } from 'pino';
import { findManyRights } from '../auth/session.service.ts';
import type { Database } from '../database.ts';
import type { Rights } from '../scope.ts';
import { together } from './together.ts';

/** Rights older than this are read again before anything is delivered under them. */
const RIGHTS_MS = 5_000;
/** Everybody's are re-read once within the first of these, a slice at a time, so that a delivery hardly ever has to wait for it. */
const ROUND_MS = 4_000;
const SLICE_MS = 500;

/** What a session could do when its rights were last read; one for all its sockets and subscriptions. */
export interface Session extends Pick<Rights, 'tokenHash' | 'postId' | 'role' | 'unitCode'> {
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
  enter({ tokenHash, postId, role, unitCode }: Rights, readAt: number): Session {
    const earlier = this.known.get(tokenHash);
    if (earlier && !isSame(earlier, { postId, role, unitCode })) this.end(earlier, 'RIGHTS_CHANGED');
    else if (earlier) {
      earlier.users++;
      return earlier;
    }
    const session = { tokenHash, postId, role, unitCode, readAt, users: 1 };
    this.known.set(tokenHash, session);
    return session;
  }
  leave(session: Session): void {
    session.users--;
    if (!session.users && this.known.get(session.tokenHash) === session) this.known.delete(session.tokenHash);
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
  private async reread(sessions: Session[]): Promise<void> {
    const begun = Date.now();
    const now = await findManyRights(
      this.database,
      sessions.map((session) => session.tokenHash),
    );
    for (const session of sessions) {
      const rights = now.get(session.tokenHash);
      if (!rights || !isSame(session, rights)) this.end(session, rights ? 'RIGHTS_CHANGED' : 'UNAUTHENTICATED');
      else if (this.known.get(session.tokenHash) === session) {
        session.readAt = begun;
        this.known.delete(session.tokenHash);
        this.known.set(session.tokenHash, session);
      }
    }
  }
  private end(session: Session, ending: Ending): void {
    if (this.known.get(session.tokenHash) === session) this.known.delete(session.tokenHash);
    this.onEnd(session, ending);
  }
}

const isSame = (one: Session, { postId, role, unitCode }: Pick<Rights, 'postId' | 'role' | 'unitCode'>) =>
  one.postId === postId && one.role === role && one.unitCode === unitCode;
