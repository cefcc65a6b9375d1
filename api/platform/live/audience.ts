import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  GraphQLError,
  getOperationAST,
  Kind,
  print,
  type SelectionNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { Language } from '../contract/errors.ts';
import { listsBounded } from '../contract/input-lists.ts';
import { checkCost } from '../operation/cost.ts';
import type { Rights } from '../scope/rights.ts';
import { type Scope, scopeLevelOf } from '../scope/scope.ts';
import { type Frame, frameOf, framesIn } from './frames.ts';
import type { Session } from './sessions.ts';
import { nextFrame } from './wire.ts';

export type Falling = 'UNAUTHENTICATED' | 'RIGHTS_CHANGED' | 'HISTORY_CHANGED' | 'TOO_SLOW';
/** Where a listener's frames go. */
export interface Outlet {
  deliver(frames: Buffer): void;
  /** More waits for it than it takes: a replay goes on later. */
  readonly isFull: boolean;
  /** Ends the whole socket; the client comes back with its cursor. */
  fallOut(reason: Falling): void;
}
/** One subscription of one socket. */
export interface Listener {
  /** What its socket calls it; part of each of its frames. */
  readonly id: string;
  readonly outlet: Outlet;
  /** No event up to this number is delivered any more. */
  n: number;
  session: Session | null;
  audience: Audience | null;
  isGone: boolean;
}

export interface County {
  code: number;
  epoch: string;
  /** Events up to here have been looked at for all its audiences. */
  n: number;
  audiences: Map<string, Audience>;
}

/** All who get the same frames: same rights, same document, same variables. An event is executed once for all of them. */
export interface Audience extends Asked {
  key: string;
  county: County;
  n: number;
  members: Set<Listener>;
  /** Those who catch up, until they stand where the audience stands. */
  waiting: Set<Listener>;
  isAdvancing: boolean;
  isCatchingUp: boolean;
}

/** What decides what a frame holds. */
export interface Asked {
  args: ExecutionArgs;
  rights: Rights;
  language: Language;
  kinds: Set<string> | null;
  /** What the document may show of nouns. */
  frames: readonly Frame[];
}

/** What somebody subscribes to, from which cursor, and the key of all who subscribe to just that. */
export function askedOf(args: ExecutionArgs): { asked: Asked; after: string | null; key: string } {
  const { rights, caller } = args.contextValue as Scope;
  const { schema, document, operationName } = args;
  const variables = (args.variableValues ?? {}) as Record<string, unknown>;
  const field = getOperationAST(document, operationName)?.selectionSet.selections[0] as FieldNode | undefined;
  const definition = schema.getSubscriptionType()?.getFields()[field?.name.value ?? ''];
  if (!field || !definition) throw new GraphQLError('Subscribe to `changes`', { extensions: { code: 'BAD_INPUT' } });
  checkCost({ schema, document, operationName, variables });
  const given = getArgumentValues(definition, field, variables);
  const { after, kinds } = (listsBounded(definition.args)?.(given) ?? given) as {
    after?: string | null;
    kinds?: string[] | null;
  };
  const text = textOf(document);
  // Where a listener goes on from decides nothing about its frames.
  const cursor = field.arguments?.find(({ name }) => name.value === 'after')?.value;
  const name = cursor?.kind === Kind.VARIABLE ? cursor.name.value : '';
  const key = [
    keyOf(rights, field),
    caller.language,
    operationName,
    JSON.stringify({ ...variables, [name]: null }),
    text,
  ];
  const asked = {
    args: { schema, document, operationName, variableValues: variables },
    rights,
    language: caller.language,
    kinds: kinds ? new Set(kinds) : null,
    frames: framesIn(text),
  };
  return { asked, after: after ?? null, key: key.join('|') };
}

/** Same rights hear of the same events. What an officer sees is theirs alone. */
function keyOf({ countyCode, unitCode, role, personId, actedById }: Rights, field: FieldNode): string {
  const isTheirsAlone = role === 'OFFICER' || isPersonal(field);
  return [countyCode, scopeLevelOf(role), unitCode, role, isTheirsAlone ? `${personId} ${actedById ?? ''}` : ''].join(
    '|',
  );
}

/** Whether a frame may depend on who looks. Whatever is not known to be the same for all is taken to be personal. */
function isPersonal({ selectionSet }: FieldNode): boolean {
  return !selectionSet?.selections.every(isShared);
}
function isShared(selection: SelectionNode): boolean {
  if (selection.kind !== Kind.FIELD) return false;
  const { name, selectionSet } = selection;
  const impersonal = frameOf(name.value)?.impersonal;
  return (
    !selectionSet ||
    selectionSet.selections.every((part) => part.kind === Kind.FIELD && impersonal?.has(part.name.value))
  );
}

const texts = new WeakMap<DocumentNode, string>();
function textOf(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}

/** Events of one page, ready for everybody of an audience. */
export interface Page {
  numbers: number[];
  payloads: Buffer[];
  /** The last number that was looked at. */
  reached: number;
  hasMore: boolean;
}

/** How many are served before others get their turn. */
const TOGETHER = 1_000;

/** Each listener gets what it does not have yet, in one write; those who call their subscription the same share the bytes. */
export async function deliver(page: Page, listeners: readonly Listener[]): Promise<void> {
  if (!page.numbers.length) return;
  const shared = new Map<string, Buffer | null>();
  let served = 0;
  for (const listener of listeners) {
    if (++served % TOGETHER === 0) await new Promise(setImmediate);
    if (listener.isGone) continue;
    const frames = framesFor(page, listener, shared);
    if (listener.n < page.reached) listener.n = page.reached;
    if (frames) listener.outlet.deliver(frames);
  }
}

/** Nearly always everything: a listener that was ahead has a part of it already. */
function framesFor(
  { numbers, payloads }: Page,
  { id, n }: Listener,
  shared: Map<string, Buffer | null>,
): Buffer | null {
  const hasNone = n < (numbers[0] as number);
  const known = hasNone ? shared.get(id) : undefined;
  if (known) return known;
  const missing = hasNone ? payloads : payloads.filter((_, i) => (numbers[i] as number) > n);
  const frames = missing.map((payload) => nextFrame(id, payload));
  const run = frames.length > 1 ? Buffer.concat(frames) : (frames[0] ?? null);
  if (hasNone) shared.set(id, run);
  return run;
}

/** From here on it hears what its audience hears. */
export function join(audience: Audience, listener: Listener): void {
  audience.waiting.delete(listener);
  audience.members.add(listener);
}
export function* sessionsOf(listeners: Iterable<Listener>): Iterable<Session | null> {
  for (const { session } of listeners) yield session;
}
export function* everybodyOf({ members, waiting }: Audience): Iterable<Listener> {
  yield* members;
  yield* waiting;
}
