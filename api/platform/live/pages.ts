import type { Logger } from 'pino';
import type { Language } from '../contract/errors.ts';
import { runAll } from '../operation/operation.ts';
import { now } from '../scope/clock.ts';
import type { Database } from '../scope/database.ts';
import type { Rights } from '../scope/rights.ts';
import { Scope } from '../scope/scope.ts';
import type { Asked, Audience, Page } from './audience.ts';
import type { Change } from './change.type.ts';
import * as log from './event.read.ts';

/** Turns what an audience may see of the log into frames: read, executed and serialized once for all its members. */
export class Pages {
  private readonly database: Database;
  private readonly logger: Logger;
  constructor(database: Database, logger: Logger) {
    this.database = database;
    this.logger = logger;
  }

  /** Reads and executes in one transaction, under the session of one of the audience. */
  async after(n: number, audience: Audience, rights: Rights): Promise<Page> {
    const { language, kinds, county } = audience;
    const scope = this.scopeOf(rights, language);
    try {
      // In this order: a thing may be newer than the event that shows it, never older.
      const [stretch] = await Promise.all([log.eventsAfter(scope, n), log.foresee(scope, n, audience.frames)]);
      if (stretch.epoch !== county.epoch) throw new Error('the log has begun anew');
      const { reached, hasMore } = stretch;
      const wanted = stretch.events.filter(({ kind }) => !kinds || kinds.has(kind));
      const changes = wanted.map((event) => log.changeOf(event, county.epoch));
      const payloads = await this.execute(audience, changes, scope);
      return { numbers: wanted.map((event) => event.n), payloads, reached, hasMore };
    } finally {
      await scope.end('commit');
    }
  }
  async resync(asked: Asked, counter: log.Counter): Promise<Page> {
    const change: Change = { cursor: log.encode(counter), kind: 'RESYNC', at: now(), about: {} };
    const payloads = await this.execute(asked, [change], this.scopeOf(asked.rights, asked.language));
    // Numbered past the counter, which the listener has from here on.
    return { numbers: [counter.n + 1], payloads, reached: counter.n, hasMore: false };
  }

  private async execute({ args }: Asked, changes: Change[], scope: Scope): Promise<Buffer[]> {
    if (!changes.length) return [];
    const results = await runAll(args, changes, scope, this.logger);
    return results.map((result) => Buffer.from(JSON.stringify(result)));
  }
  private scopeOf(rights: Rights, language: Language): Scope {
    const caller = { language, address: null, tokenHash: null, sessionHours: 0, setToken: () => {} };
    const scope = new Scope(this.database, rights, caller);
    scope.isReadOnly = true;
    return scope;
  }
}
