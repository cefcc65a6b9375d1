import { isDeepStrictEqual } from 'node:util';
import { AT_DESKS } from '@lxq/schema/roles.ts';
import { type ExecutionArgs, type FieldNode, getOperationAST } from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { Logger } from 'pino';
import { notFound, outside } from '../contract/errors.ts';
import type { Connection, Operation } from '../live/connection.ts';
import { nextFrame } from '../live/wire.ts';
import { checkCost } from '../operation/cost.ts';
import { runAll } from '../operation/operation.ts';
import type { Database } from '../scope/database.ts';
import { Scope, scopeLevelOf } from '../scope/scope.ts';
import { isUuid, newId } from '../tables/ids.ts';
import { type Attended, attendedOf } from './attended.ts';
import { type Attendance, Board } from './board.ts';
import { CHANNEL, type Gossip, gossip, heardIn } from './gossip.ts';
import type { Presence } from './presence.resolver.ts';

/** A socket that was silent for so long is taken for lost; an attended one is asked after two silent seconds (connection.ts). */
export const SILENT_MS = 7_000;
/** How often a process says who is there, and how long the others believe it: two may get lost, and a killed one leaves no ghost. */
const BEAT_MS = 2_500;
const BELIEVED_MS = 8_000;
/** Whether somebody still sees the thing is asked again before they read another name, when it was not asked so lately. */
const SEEN_MS = 5_000;
const MOST_NAMES = 3;
const MOST_LETTERS = 40;

/** One subscription: who attends, and what they were told last. */
interface Attending extends Attendance {
  operation: Operation;
  args: ExecutionArgs;
  noun: Attended;
  subjectId: string;
  seenAt: number;
  told: Presence | null;
  /** Whoever of it was told of. */
  known: ReadonlySet<string>;
  isAway: boolean;
  turn: Promise<void>;
}

/** Who has a thing open at the same desk: in the memory of each process, told to the others without being written down (docs/decisions/0036). */
export class Presences {
  private readonly me = newId();
  private readonly board = new Board();
  private readonly here = new Map<Operation, Attending>();
  private readonly places = new Map<string, Set<Attending>>();
  private readonly database: Database;
  private readonly log: Logger;
  private beatenAt = 0;
  private readonly watcher = setInterval(() => this.watch(), 500).unref();

  constructor(database: Database, log: Logger) {
    this.database = database;
    this.log = log;
  }
  readonly channel = CHANNEL;
  stop(): void {
    clearInterval(this.watcher);
    this.say([], [...this.here.values()]);
  }

  async subscribe(args: ExecutionArgs, operation: Operation): Promise<void> {
    const scope = args.contextValue as Scope;
    scope.allow(...AT_DESKS);
    const { subject, subjectId } = askedOf(args);
    const noun = attendedOf(subject);
    if (!noun || !isUuid(subjectId) || !(await this.sees(scope, noun, subjectId))) throw notFound();
    if (operation.isGone) return;
    const { countyCode, unitCode, role, ...who } = scope.rights;
    // A stand-in is there, and not whom they stand in for.
    const personId = who.actedById ?? who.personId;
    const name = who.actedByName ?? who.personName;
    const place = [countyCode, scopeLevelOf(role), unitCode, subject, subjectId].join('|');
    const attendance = { id: newId(), place, personId, name: [...name].slice(0, MOST_LETTERS).join('') };
    const told = { told: null, known: new Set<string>(), isAway: false, turn: Promise.resolve() };
    const attending = { ...attendance, ...told, operation, args, noun, subjectId, seenAt: Date.now() };
    this.here.set(operation, attending);
    this.places.set(place, (this.places.get(place) ?? new Set()).add(attending));
    operation.outlet.isAttending = true;
    this.come(attending);
    this.show(attending);
  }
  leave(operation: Operation): void {
    const attending = this.here.get(operation);
    if (!attending) return;
    this.here.delete(operation);
    const there = this.places.get(attending.place);
    there?.delete(attending);
    if (!there?.size) this.places.delete(attending.place);
    const { outlet } = operation;
    outlet.isAttending = outlet.operations.some((other) => this.here.has(other));
    this.go(attending);
  }

  /** What another process says. */
  hear(payload: string): void {
    const said = heardIn(payload);
    if (!said || said.from === this.me) return;
    const now = Date.now();
    const moved = new Set<string>();
    for (const each of said.here) if (this.board.put(each, now)) moved.add(each.place);
    for (const each of said.gone) if (this.board.drop(each)) moved.add(each.place);
    this.tell(moved);
  }

  private watch(): void {
    const now = Date.now();
    for (const attending of this.here.values()) {
      const isAway = isSilent(attending.operation.outlet);
      if (isAway === attending.isAway) continue;
      attending.isAway = isAway;
      if (isAway) this.go(attending);
      else this.come(attending);
    }
    const present = [...this.here.values()].filter(({ isAway }) => !isAway);
    for (const each of present) this.board.put(each, now);
    this.tell(this.board.sweep(now - BELIEVED_MS));
    if (now - this.beatenAt < BEAT_MS) return;
    this.beatenAt = now;
    this.say(present, []);
  }
  private come(attending: Attending): void {
    this.board.put(attending, Date.now());
    this.tell([attending.place]);
    this.say([attending], []);
  }
  private go(attending: Attending): void {
    if (!this.board.drop(attending)) return;
    this.tell([attending.place]);
    this.say([], [attending]);
  }
  private say(here: readonly Attending[], gone: readonly Attending[]): void {
    const told: Gossip = {
      from: this.me,
      here: here.map(({ id, place, personId, name }) => ({ id, place, personId, name })),
      gone: gone.map(({ id, place }) => ({ id, place })),
    };
    gossip(this.database, told).catch((err) => this.log.warn({ err }, 'other processes do not hear who is present'));
  }

  private tell(places: Iterable<string>): void {
    for (const place of places) for (const attending of this.places.get(place) ?? []) this.show(attending);
  }
  /** One after the other, so that the last told is the last that was so. */
  private show(attending: Attending): void {
    attending.turn = attending.turn
      .then(() => this.present(attending))
      .catch((err) => this.log.warn({ err }, 'a presence could not be told'));
  }
  private async present(attending: Attending): Promise<void> {
    const { operation, args, place, personId } = attending;
    const others = this.board.at(place).filter((each) => each.personId !== personId);
    const presence = { names: others.slice(0, MOST_NAMES).map(({ name }) => name), count: others.length };
    if (operation.isGone || isDeepStrictEqual(presence, attending.told)) return;
    const isNew = others.some((each) => !attending.known.has(each.personId));
    if (isNew && !(await this.stillSees(attending))) return;
    attending.told = presence;
    attending.known = new Set(others.map((each) => each.personId));
    const scope = this.scopeOf(attending);
    const [result] = await runAll(args, [presence], scope, this.log);
    if (!operation.isGone) operation.outlet.deliver(nextFrame(operation.id, Buffer.from(JSON.stringify(result))));
  }

  /** Who sees the thing no longer is told as little of it as whoever never did. */
  private async stillSees(attending: Attending): Promise<boolean> {
    if (Date.now() - attending.seenAt < SEEN_MS) return true;
    const { operation, noun, subjectId } = attending;
    const scope = this.scopeOf(attending);
    if (await this.sees(scope, noun, subjectId)) {
      attending.seenAt = Date.now();
      return true;
    }
    operation.outlet.answer(operation, { errors: [outside(notFound(), scope.caller.language, () => {})] });
    return false;
  }
  private async sees(scope: Scope, noun: Attended, subjectId: string): Promise<boolean> {
    scope.isReadOnly = true;
    try {
      return await noun.isSeen(scope, subjectId);
    } finally {
      await scope.end('commit');
    }
  }
  private scopeOf({ operation: { outlet }, args }: Attending): Scope {
    const { rights, caller } = args.contextValue as Scope;
    return new Scope(this.database, outlet.session?.rights ?? rights, caller);
  }
}

const isSilent = ({ silentMs }: Connection) => silentMs > SILENT_MS;

/** Of which thing somebody says that they have it open. */
function askedOf({ schema, document, operationName, variableValues }: ExecutionArgs) {
  const variables = (variableValues ?? {}) as Record<string, unknown>;
  checkCost({ schema, document, operationName, variables });
  const field = getOperationAST(document, operationName)?.selectionSet.selections[0] as FieldNode;
  const definition = schema.getSubscriptionType()?.getFields().presence;
  const given = definition ? getArgumentValues(definition, field, variables) : {};
  return { subject: String(given.subject), subjectId: String(given.id) };
}
/** Whether a subscription is of this kind, by its one field. */
export function isPresence({ document, operationName }: Pick<ExecutionArgs, 'document' | 'operationName'>): boolean {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  return field?.kind === 'Field' && field.name.value === 'presence';
}
