import { REPORT_READERS } from '@lxq/schema/roles.ts';
import type { ExecutionArgs } from 'graphql';
import type { Logger } from 'pino';
import type { Database } from '../scope/database.ts';
import type { Scope } from '../scope/scope.ts';
import { RightsChanged } from '../scope/transaction.ts';
import {
  type Asked,
  type Audience,
  askedOf,
  type County,
  deliver,
  everybodyOf,
  type Falling,
  join,
  type Listener,
  type Page,
  sessionsOf,
} from './audience.ts';
import * as log from './event.read.ts';
import { type Ears, listen } from './listen.ts';
import { concerns, heads, type News, newsAfter } from './news.ts';
import { Pages } from './pages.ts';
import { type Ending, type Session, Sessions } from './sessions.ts';
import { together } from './together.ts';
import { CHANNEL } from './wake.ts';

/** An audience of so many does not wait to hear whom an event concerns. */
const CROWD = 50;

/** Brings events to everybody who listens at this process. */
export class Hub {
  readonly sessions: Sessions;
  private readonly counties = new Map<number, County>();
  private readonly pages: Pages;
  private readonly database: Database;
  private readonly logger: Logger;
  private readonly heads: () => ReturnType<typeof heads>;
  private stopListening?: () => Promise<void>;
  private ticking = false;
  private again = false;

  /** `onEnd`: of sockets on which nothing listens. */
  constructor(database: Database, logger: Logger, onEnd: (session: Session, ending: Ending) => void = () => {}) {
    this.database = database;
    this.logger = logger;
    this.sessions = new Sessions(database, logger, (session, ending) => {
      this.dismiss(session, ending);
      onEnd(session, ending);
    });
    this.pages = new Pages(database, logger);
    this.heads = together(() => heads(database));
  }

  /** Also of what others listen for: one connection hears it all. */
  start(others: Ears = {}): void {
    const wake = () => {
      this.hurry();
      this.tick();
    };
    this.stopListening = listen(this.database, { ...others, [CHANNEL]: wake }, () => this.tick());
    this.sessions.start();
  }
  async stop(): Promise<void> {
    this.sessions.stop();
    await this.stopListening?.();
  }

  /** Replays what came after the cursor under today's rights, then goes live; no gap and nothing twice. */
  async subscribe(args: ExecutionArgs, listener: Listener): Promise<void> {
    const scope = args.contextValue as Scope;
    const readAt = +scope.now;
    scope.allow(...REPORT_READERS);
    const { asked, after, key } = askedOf(args);
    const from = log.decode(after);
    const counter = (await this.heads()).get(scope.county) ?? NOTHING_YET;
    const goesOn = !from || log.isReplayable(from, counter);
    const resync = goesOn ? null : await this.pages.resync(asked, counter);
    listener.n = from && goesOn ? from.n : counter.n;
    if (resync) await deliver(resync, [listener]);
    if (listener.isGone) return;
    listener.session = this.sessions.enter(asked.rights, readAt);
    const audience = this.audienceOf(asked, key, counter);
    listener.audience = audience;
    audience.waiting.add(listener);
    void this.catchUp(audience);
  }
  leave(listener: Listener): void {
    const { audience, session } = listener;
    listener.isGone = true;
    listener.audience = listener.session = null;
    if (session) this.sessions.leave(session);
    if (!audience) return;
    audience.members.delete(listener);
    audience.waiting.delete(listener);
    if (audience.members.size || audience.waiting.size) return;
    const { audiences, code } = audience.county;
    if (audiences.get(audience.key) === audience) audiences.delete(audience.key);
    if (!audiences.size && this.counties.get(code)?.audiences === audiences) this.counties.delete(code);
  }

  private audienceOf(asked: Asked, key: string, counter: log.Counter): Audience {
    const county = this.countyOf(asked.rights.countyCode, counter);
    let audience = county.audiences.get(key);
    if (!audience) {
      const standing = { n: county.n, members: new Set<Listener>(), waiting: new Set<Listener>() };
      audience = { ...asked, ...standing, key, county, isAdvancing: false, isCatchingUp: false };
      county.audiences.set(key, audience);
    }
    return audience;
  }
  private countyOf(code: number, { epoch, n }: log.Counter): County {
    const known = this.counties.get(code);
    if (known?.epoch === epoch) return known;
    if (known) this.disperse(known);
    const county = { code, epoch, n, audiences: new Map() };
    this.counties.set(code, county);
    this.tick(); // an event may have come since the counter was read, and its wake-up have found nobody
    return county;
  }

  /** Asks once, however many wake-ups came, and lets every audience pull that lies behind. */
  tick(): void {
    this.again = true;
    if (this.ticking || !this.counties.size) return;
    this.ticking = true;
    this.run()
      .catch((err) => this.logger.warn({ err }, 'live delivery waits for the database'))
      .finally(() => {
        this.ticking = false;
      });
  }
  private async run(): Promise<void> {
    while (this.again && this.counties.size) {
      this.again = false;
      const asked = [...this.counties.values()];
      const news = await newsAfter(this.database, asked);
      for (const county of asked) {
        const its = news.get(county.code);
        if (its && this.counties.get(county.code) === county) this.route(county, its);
      }
    }
  }
  /** The largest audiences look at once, while it is still being asked for whose ears the events are. */
  private hurry(): void {
    for (const { audiences } of this.counties.values())
      for (const audience of audiences.values()) if (audience.members.size >= CROWD) void this.advance(audience, true);
  }
  /** An audience whom nothing concerns moves on without looking. */
  private route(county: County, { epoch, upTo, hasMore, addresses }: News): void {
    const before = county.n;
    if (epoch !== county.epoch || upTo < before) return void this.disperse(county);
    county.n = upTo;
    this.again ||= hasMore;
    for (const audience of county.audiences.values()) {
      const isLate = audience.isAdvancing || audience.n < before;
      if (isLate || concerns(audience.rights, addresses)) void this.advance(audience);
      else audience.n = Math.max(audience.n, upTo);
      if (audience.waiting.size) void this.catchUp(audience);
    }
  }

  /** To where the county stands. One audience's trouble is no other's: it stays where it is until the next wake-up. */
  private async advance(audience: Audience, isHurried = false): Promise<void> {
    if (audience.isAdvancing) return;
    audience.isAdvancing = true;
    try {
      for (let more = isHurried; more || audience.n < audience.county.n; ) {
        await this.sessions.refresh(sessionsOf(audience.members));
        const page = audience.members.size
          ? await this.pageAfter(audience.n, audience)
          : { numbers: [], payloads: [], reached: audience.county.n, hasMore: false };
        more = page.hasMore;
        audience.n = page.reached; // who joins from here on has caught up to it
        await deliver(page, [...audience.members]);
      }
    } catch (err) {
      this.logger.warn({ err }, 'an audience waits for the next wake-up');
    } finally {
      audience.isAdvancing = false;
    }
  }

  /**
   * Those who stand where their audience stands join it in that same turn of the event loop; the others get a page, together as
   * far as they can take it. A listener ahead of its audience may join at once: what it has is left out for it.
   */
  private async catchUp(audience: Audience): Promise<void> {
    if (audience.isCatchingUp) return;
    audience.isCatchingUp = true;
    try {
      for (;;) {
        for (const listener of audience.waiting) if (listener.n >= audience.n) join(audience, listener);
        await this.sessions.refresh(sessionsOf(audience.waiting));
        const ready = [...audience.waiting].filter(({ outlet }) => !outlet.isFull);
        if (!ready.length || !(await this.bringNearer(audience, ready))) break; // the others at the next wake-up
      }
    } catch (err) {
      this.logger.warn({ err }, 'a replay failed');
      for (const listener of [...audience.waiting]) this.drop(listener, 'TOO_SLOW');
    } finally {
      audience.isCatchingUp = false;
    }
  }

  /** One page, from where the last of them stands; false when the log does not go on from there. */
  private async bringNearer(audience: Audience, ready: readonly Listener[]): Promise<boolean> {
    const from = ready.reduce((least, { n }) => Math.min(least, n), audience.n);
    const page = await this.pageAfter(from, audience);
    await deliver(page, ready);
    for (const listener of ready) listener.n = Math.max(listener.n, page.reached);
    return page.reached > from;
  }

  /** Under the session of any listener: one that has just ended shows its own listeners out, and another's takes its place. */
  private async pageAfter(n: number, audience: Audience): Promise<Page> {
    for (const session of sessionsOf(everybodyOf(audience))) {
      if (!session?.users) continue;
      try {
        return await this.pages.after(n, audience, session.rights);
      } catch (error) {
        if (!(error instanceof RightsChanged)) throw error;
        await this.sessions.reread([session]);
      }
    }
    return { numbers: [], payloads: [], reached: n, hasMore: false };
  }

  private dismiss(session: Session, reason: Falling): void {
    for (const county of this.counties.values())
      for (const { members, waiting } of county.audiences.values())
        for (const listener of [...members, ...waiting]) if (listener.session === session) this.drop(listener, reason);
  }
  /** Another history has begun under the same roof, as when a backup was put back: everybody fetches anew. */
  private disperse(county: County): void {
    for (const { members, waiting } of county.audiences.values())
      for (const listener of [...members, ...waiting]) this.drop(listener, 'HISTORY_CHANGED');
  }
  private drop(listener: Listener, reason: Falling): void {
    this.leave(listener); // nothing more goes out while the socket closes
    listener.outlet.fallOut(reason);
  }
}

const NOTHING_YET: log.Counter = { epoch: 'none', n: 0, foldedTo: 0 };
