import { REPORT_READERS } from '@lxq/schema/roles.ts';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  getOperationAST,
  Kind,
  print,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { Logger } from 'pino';
import { findManyRights } from '../auth/session.service.ts';
import type { Database } from '../database.ts';
import { runAll } from '../operation.ts';
import { levelOf, type Rights, Scope } from '../scope.ts';
import type { Change } from './change.type.ts';
import * as log from './event.read.ts';
import { Frames } from './frames.ts';
import { listen } from './listen.ts';

/** Rights older than this are read again before anything is delivered under them. */
const RIGHTS_MS = 5_000;

/** One subscription of one socket. */
interface Member {
  scope: Scope;
  /** The last event number that is delivered, or known not to be for this listener. */
  n: number;
  frames: Frames<ExecutionResult>;
  rightsAt: number;
  /** Ends the whole socket: its rights are not what it was opened with. */
  close(reason: 'UNAUTHENTICATED' | 'RIGHTS_CHANGED' | 'TOO_SLOW'): void;
}

/** All who get the same frames: same rights, same document, same variables. An event is executed once for all of them. */
interface Audience {
  args: ExecutionArgs;
  rights: Rights;
  kinds: Set<string> | null;
  epoch: string;
  n: number;
  members: Set<Member>;
  /** How many are still replaying; an audience goes when it has neither. */
  joining: number;
}

export class Hub {
  private readonly audiences = new Map<string, Audience>();
  private readonly database: Database;
  private readonly logger: Logger;
  private stopListening?: () => Promise<void>;
  private sweeper?: NodeJS.Timeout;
  private ticking = false;
  private again = false;

  constructor(database: Database, logger: Logger) {
    this.database = database;
    this.logger = logger;
  }

  start(): void {
    this.stopListening = listen(this.database, () => this.tick());
    this.sweeper = setInterval(
      () => this.sweep().catch((err) => this.logger.warn({ err }, 'rights could not be re-read')),
      RIGHTS_MS,
    );
    this.sweeper.unref();
  }
  async stop(): Promise<void> {
    clearInterval(this.sweeper);
    await this.stopListening?.();
    for (const { members } of this.audiences.values()) for (const member of members) await member.frames.return();
  }

  /** Replays what came after the cursor under today's rights, then goes live; no gap and nothing twice. */
  async subscribe(args: ExecutionArgs, close: Member['close']): Promise<Frames<ExecutionResult> | ExecutionResult> {
    const scope = args.contextValue as Scope;
    const { rights } = scope;
    scope.allow(...REPORT_READERS);
    const { after, ...asked } = argumentsOf(args);
    const from = log.decode(after);
    const counter = await reading(this.database, rights, scope, log.counterOf);
    const audience = this.audienceOf(args, rights, asked, counter);
    const member: Member = {
      scope,
      n: counter.n,
      rightsAt: Date.now(),
      close,
      frames: new Frames(() => this.leave(audience, member)),
    };
    if (from && log.isReplayable(from, counter)) member.n = from.n;
    else if (from) await this.resync(audience, member, counter);
    this.join(audience, member).catch((error) => {
      this.logger.warn({ err: error }, 'a replay failed');
      close('TOO_SLOW'); // the client comes back with its cursor
    });
    return member.frames;
  }

  private audienceOf(
    args: ExecutionArgs,
    rights: Rights,
    { kinds, withReport, shape }: Omit<ReturnType<typeof argumentsOf>, 'after'>,
    counter: log.Position,
  ): Audience {
    const { countyCode, unitCode, role, personId } = rights;
    // What a report shows depends on who looks (four eyes); what an officer sees is theirs alone.
    const person = withReport || role === 'OFFICER' ? personId : '';
    const language = (args.contextValue as Scope).caller.language;
    const key = [countyCode, levelOf(role), unitCode, role, person, language, kinds?.toSorted() ?? '*', shape].join(
      '|',
    );
    let audience = this.audiences.get(key);
    if (!audience || audience.epoch !== counter.epoch) {
      audience = {
        args,
        rights,
        kinds: kinds && new Set(kinds),
        epoch: counter.epoch,
        n: counter.n,
        members: new Set(),
        joining: 0,
      };
      this.audiences.set(key, audience);
    }
    audience.joining++;
    return audience;
  }

  /**
   * Catches up alone until it stands where its audience stands, and joins it in that same turn of the event loop. A member
   * ahead of its audience may join at once: what it has is left out for it.
   */
  private async join(audience: Audience, member: Member): Promise<void> {
    try {
      while (member.n < audience.n && !member.frames.isEnded) await this.pull(audience, member.n, audience.n, [member]);
      if (!member.frames.isEnded) audience.members.add(member);
    } finally {
      audience.joining--;
      if (member.frames.isEnded) this.leave(audience, member);
    }
    this.tick();
  }
  private leave(audience: Audience, member: Member): void {
    audience.members.delete(member);
    if (audience.members.size || audience.joining) return;
    for (const [key, one] of this.audiences) if (one === audience) this.audiences.delete(key);
  }

  private async resync(audience: Audience, member: Member, counter: log.Position): Promise<void> {
    const change: Change = { cursor: log.encode(counter), kind: 'RESYNC', at: new Date() };
    const [frame] = await this.execute(audience, [change]);
    if (frame) member.frames.push(frame);
  }

  /** Reads the heads once however many wake-ups came, and pulls for every audience that lies behind. */
  tick(): void {
    this.again = true;
    if (this.ticking || !this.audiences.size) return;
    this.ticking = true;
    this.run()
      .catch((err) => this.logger.warn({ err }, 'live delivery waits for the database'))
      .finally(() => {
        this.ticking = false;
      });
  }
  private async run(): Promise<void> {
    while (this.again) {
      this.again = false;
      const { rows } = await this.database.door.query({
        name: 'heads',
        text: 'select county_code, epoch, n from app.event_heads()',
      });
      const heads = new Map(
        rows.map((row) => [row.county_code as number, { epoch: row.epoch as string, n: Number(row.n) }]),
      );
      await Promise.all(
        [...this.audiences.values()].map((audience) =>
          this.advance(audience, heads.get(audience.rights.countyCode)).catch((err) =>
            this.logger.warn({ err }, 'an audience waits for the next wake-up'),
          ),
        ),
      );
    }
  }
  private async advance(audience: Audience, head: log.Position | undefined): Promise<void> {
    if (!head || !audience.members.size) return;
    await this.refresh([...audience.members]);
    while (audience.n < head.n && audience.members.size)
      await this.pull(audience, audience.n, head.n, audience.members);
  }

  /** Delivers the visible events of (from, to], at most a page. Members and audience move on in one turn of the event loop. */
  private async pull(audience: Audience, from: number, to: number, members: Iterable<Member>): Promise<void> {
    const caller = audience.args.contextValue as Scope;
    const events = await reading(this.database, audience.rights, caller, (scope) => log.eventsAfter(scope, from, to));
    const reached = events.length < log.PAGE ? to : (events.at(-1)?.n as number);
    const wanted = events.filter((event) => !audience.kinds || audience.kinds.has(event.kind));
    const frames = wanted.length
      ? await this.execute(
          audience,
          wanted.map((event) => log.changeOf(event, audience.epoch)),
        )
      : [];
    for (const member of [...members]) {
      frames.forEach((frame, i) => {
        if ((wanted[i]?.n as number) > member.n) this.send(member, frame);
      });
      member.n = Math.max(member.n, reached);
    }
    if (members === audience.members) audience.n = reached;
  }
  private send(member: Member, frame: ExecutionResult): void {
    if (!member.frames.push(frame)) member.close('TOO_SLOW');
  }

  private execute(audience: Audience, changes: Change[]): Promise<ExecutionResult[]> {
    const { caller } = audience.args.contextValue as Scope;
    const scope = new Scope(this.database, audience.rights, caller);
    return runAll(audience.args, changes, scope, this.logger);
  }

  private async refresh(members: Member[]): Promise<void> {
    const stale = members.filter((member) => Date.now() - member.rightsAt >= RIGHTS_MS);
    if (!stale.length) return;
    const now = await findManyRights(this.database, [...new Set(stale.map((member) => member.scope.rights.tokenHash))]);
    for (const member of stale) this.compare(member, now.get(member.scope.rights.tokenHash));
  }
  private compare(member: Member, rights: Rights | undefined): void {
    const { postId, role, unitCode } = member.scope.rights;
    const isSame = rights?.postId === postId && rights.role === role && rights.unitCode === unitCode;
    if (isSame) member.rightsAt = Date.now();
    else {
      member.close(rights ? 'RIGHTS_CHANGED' : 'UNAUTHENTICATED');
      member.frames.return(); // nothing more goes out under the old rights while the socket closes
    }
  }
  /** A disabled or demoted person's sockets close within the period, also when nothing happens. */
  private sweep(): Promise<void> {
    return this.refresh([...this.audiences.values()].flatMap(({ members }) => [...members]));
  }
}

/** A short read in the listener's scope. */
async function reading<T>(
  database: Database,
  rights: Rights,
  like: Scope,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const scope = new Scope(database, rights, like.caller);
  try {
    const result = await work(scope);
    await scope.end('commit');
    return result;
  } catch (error) {
    await scope.end('rollback').catch(() => {});
    throw error;
  }
}

function argumentsOf({ schema, document, operationName, variableValues }: ExecutionArgs) {
  const field = getOperationAST(document, operationName)?.selectionSet.selections[0] as FieldNode | undefined;
  const definition = schema.getSubscriptionType()?.getFields()[field?.name.value ?? ''];
  if (!field || !definition) throw new GraphQLError('Subscribe to `changes`', { extensions: { code: 'BAD_INPUT' } });
  const { after, kinds } = getArgumentValues(definition, field, variableValues as Record<string, unknown>);
  const text = print(document);
  const withReport = /\breport\b|\.\.\./.test(text);
  // All that decides what a frame holds; where a listener goes on from does not.
  const cursor = field.arguments?.find(({ name }) => name.value === 'after')?.value;
  const name = cursor?.kind === Kind.VARIABLE ? cursor.name.value : '';
  const shape = JSON.stringify([operationName, { ...variableValues, [name]: null }, text]);
  return { after: after as string | null, kinds: kinds as string[] | null, withReport, shape };
}
