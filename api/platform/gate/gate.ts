import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Language } from '../contract/errors.ts';
import { withinExtent } from '../operation/extent.ts';
import type { Database } from '../scope/database.ts';
import type { Rights } from '../scope/rights.ts';
import { findRights, tokenHash } from '../scope/rights.ts';
import { cookieOf } from './cookies.ts';

/*
 * The one gate. HTTP and WebSocket both come through here: who asks (session), from which page (origin), how much they may
 * ask for (limits), and what they are told when refused. Bodies and frames are cut by the transports at SERVER_LIMITS.bodyBytes
 * and SERVER_LIMITS.frameBytes before they reach it.
 */
const { operation: limit } = SERVER_LIMITS;

export const PARSE_OPTIONS = { maxTokens: limit.tokens } as const;

export const VALIDATION_RULES: readonly ValidationRule[] = [withinExtent];

/** Parsed and validated once a text: apps send the same few documents all day. */
const accepted = new Map<string, DocumentNode>();
const MOST_ACCEPTED = 500;
/** Longer texts are no app's: they are not kept. */
const LONGEST_ACCEPTED = 10_000;

/** The document, or the errors that keep it out; for the WebSocket, as Apollo does the same for HTTP with the same rules. */
export function admitDocument(schema: GraphQLSchema, text: string): DocumentNode | readonly GraphQLError[] {
  const known = accepted.get(text);
  if (known) return known;
  try {
    const document = parse(text, PARSE_OPTIONS);
    const errors = validate(schema, document, [...specifiedRules, ...VALIDATION_RULES]);
    if (errors.length) return errors.map(asBadInput);
    if (text.length > LONGEST_ACCEPTED) return document;
    if (accepted.size >= MOST_ACCEPTED) accepted.delete(accepted.keys().next().value as string);
    accepted.set(text, document);
    return document;
  } catch (error) {
    return [asBadInput(error as GraphQLError)];
  }
}

/** Parsing and validation say what is wrong with the caller's own text; the code is the contract's. */
export const asBadInput = (error: GraphQLError) =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code: 'BAD_INPUT' },
  });

/** JSON grows by less when it is written anew: 1e20 has four characters and then twenty-one, and a broken byte becomes three. */
const MOST_GROWTH = 6;

/** `sent` is what they came in, where it is known: few come near the limit, and only those are measured. */
export function checkVariables(variables: unknown, sent = Number.POSITIVE_INFINITY): void {
  if (sent * MOST_GROWTH <= limit.variablesBytes) return;
  if (variables && Buffer.byteLength(JSON.stringify(variables)) > limit.variablesBytes)
    throw new GraphQLError(`Variables may have at most ${limit.variablesBytes} bytes`, {
      extensions: { code: 'BAD_INPUT' },
    });
}

/**
 * A page of another site that has its own name point at us (DNS rebinding) sends that name as the host. Addresses and localhost are
 * nobody's to point elsewhere; names are ours when PUBLIC_ORIGIN has them, whatever the port.
 */
export function isOwnHost(host: string | undefined, allowed: readonly string[]): boolean {
  if (!host) return false;
  const judged = judgedBy(allowed);
  const isOwn = judged.get(host) ?? isAllowed(host, allowed);
  judged.set(host, isOwn);
  return isOwn;
}
/** Every request asks, and nearly all name the same host. */
const judgements = new WeakMap<readonly string[], LRUCache<string, boolean>>();
function judgedBy(allowed: readonly string[]): LRUCache<string, boolean> {
  const judged = judgements.get(allowed) ?? new LRUCache<string, boolean>({ max: 1_000 });
  judgements.set(allowed, judged);
  return judged;
}

function isAllowed(host: string, allowed: readonly string[]): boolean {
  const url = `http://${host}`;
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  if (hostname === 'localhost' || hostname.startsWith('[') || isIP(hostname)) return true;
  return allowed.some((origin) => new URL(origin).hostname === hostname);
}
/** A page of another origin may not use the visitor's cookie. Programs send no Origin. */
export function isOwnOrigin(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (!isOwnHost(host, allowed)) return false;
  if (!origin) return true;
  return allowed.includes(origin) || origin === `http://${host}` || origin === `https://${host}`;
}

/** The SHA-256 of the caller's token: a bearer for programs, the cookie of this name for the web. */
export function tokenOf(headers: IncomingHttpHeaders, cookie: string): string | null {
  const token = bearerOf(headers.authorization) ?? cookieOf(headers.cookie, cookie);
  return token && token.length >= 20 ? tokenHash(token) : null;
}
const bearerOf = (authorization = '') => /^Bearer (\S{20,200})$/.exec(authorization)?.[1];

export const rightsOf = (database: Database, hashed: string | null): Promise<Rights | null> =>
  hashed ? findRights(database, hashed) : Promise.resolve(null);

/** What sessions gave last, by token hash: a guess at which level to ask, which the transaction confirms before it reads. */
const remembered = new LRUCache<string, Rights>({ max: 20_000 });
export async function guessRights(
  database: Database,
  hashed: string,
): Promise<{ rights: Rights | null; isGuess: boolean }> {
  const rights = remembered.get(hashed);
  if (rights) return { rights, isGuess: true };
  return { rights: await findAgain(database, hashed), isGuess: false };
}
/** What the session gave last, where it has been here before. */
export const rememberedRights = (hashed: string | null): Rights | undefined =>
  hashed ? remembered.get(hashed) : undefined;
/** Who signed in at this process, by the mark that their device got for it, the newest ones. However many marks one person collects, they are one comer's. */
const devices = new LRUCache<string, string>({ max: 20_000 });
export const rememberDevice = (mark: string, personId: string): void => void devices.set(mark, personId);
export function rememberedDevice(marks: readonly string[]): string | undefined {
  const mark = marks.find((one) => devices.has(one));
  return mark && devices.get(mark);
}
/** Today's rights, remembered from now on. */
export async function findAgain(database: Database, hashed: string): Promise<Rights | null> {
  const rights = await findRights(database, hashed);
  if (rights) remembered.set(hashed, rights);
  else remembered.delete(hashed);
  return rights;
}

export const languageOf = (headers: IncomingHttpHeaders, wanted = headers['accept-language']): Language =>
  /^\s*en\b/i.test(wanted ?? '') ? 'en' : 'zh';

export const foreignOrigin = () =>
  new GraphQLError('This page belongs to another site', { extensions: { code: 'FORBIDDEN' } });
export const tooManySubscriptions = () =>
  new GraphQLError(`At most ${SERVER_LIMITS.socket.subscriptions} subscriptions a socket`, {
    extensions: { code: 'BAD_INPUT' },
  });
