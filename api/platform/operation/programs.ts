import { TOKEN_OWNERS, type TokenScope } from '@lxq/schema/access-tokens.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { type ExecutionResult, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import { CodedError } from '../contract/errors.ts';
import type { Database } from '../scope/database.ts';
import { atDoor, type Rights } from '../scope/rights.ts';
import type { Scope } from '../scope/scope.ts';
import type { Operation } from './asked.ts';
import { costOf } from './cost.ts';
import { rootFields } from './introspection.ts';

/*
 * What a program may ask that comes with a token (decisions/0057). It begins where the token's scopes say, and sees from there what its owner sees; it changes
 * nothing, which the database holds too, and listens to nothing.
 */

/** Of a field of Query: with which scope a program may begin there, or with any. */
export type Programs = Readonly<Record<string, TokenScope | 'ANY'>>;
const beginnings = new Map<string, TokenScope | 'ANY'>();
export function registerPrograms(more: Programs): void {
  for (const [field, scope] of Object.entries(more)) beginnings.set(field, scope);
}

/** Throws what keeps a token from an operation; somebody who has signed in is asked nothing. */
export function checkProgram({ document, operationName }: Operation, scope: Scope): void {
  const { role, tokenScopes } = scope.isSignedIn ? scope.rights : NOBODY;
  if (!tokenScopes) return;
  if (!isOwner(role)) throw refusal(['该岗位不能使用访问令牌', 'This post may not use tokens']);
  const operation = getOperationAST(document, operationName);
  if (!operation) return;
  if (operation.operation === 'mutation')
    throw refusal(['访问令牌只能读取，不能做任何更改', 'A token reads, and changes nothing']);
  if (operation.operation === 'subscription')
    throw refusal(['访问令牌不能订阅，请定时查询', 'A token cannot subscribe; ask from time to time']);
  for (const field of rootFields(document, operation.selectionSet)) {
    const wanted = field.startsWith('__') ? 'ANY' : beginnings.get(field);
    if (wanted === undefined) throw refusal([`访问令牌不能读取 ${field}`, `No token reads ${field}`]);
    if (wanted !== 'ANY' && !tokenScopes.includes(wanted))
      throw refusal([
        `该令牌未包含读取 ${field} 所需的 ${wanted}`,
        `${field} needs the scope ${wanted}, which this token has not`,
      ]);
  }
}
const NOBODY = { role: null, tokenScopes: null };
const isOwner = (role: unknown) => (TOKEN_OWNERS as readonly unknown[]).includes(role);
const refusal = (words: readonly [zh: string, en: string]) => new CodedError('FORBIDDEN', ...words);

/** Whether it is a program that asks. */
export const isProgram = (scope: Scope) => scope.isSignedIn && scope.rights.tokenScopes !== null;
/** What an operation may cost: less for a program, which nobody waits for. */
export const mostOf = (scope: Scope): number => (isProgram(scope) ? LIMITS.token.cost : SERVER_LIMITS.operation.cost);
/** A program is told what it has asked cost, so that it asks for less before it is refused. */
export const withCost = (operation: Operation, scope: Scope, result: ExecutionResult): ExecutionResult =>
  isProgram(scope)
    ? { ...result, extensions: { cost: { asked: costOf(operation), most: LIMITS.token.cost } } }
    : result;

/** Already noted today, by the hash of their token. */
const noted = new LRUCache<string, true>({ max: 10_000, ttl: 10 * 60_000 });
/** The day on which a token was last used, beside the answer. */
export function noteProgram(database: Database, { tokenHash, tokenScopes }: Rights): void {
  if (!tokenScopes || noted.has(tokenHash)) return;
  noted.set(tokenHash, true);
  database.beside(atDoor(database, 'select app.token_used($1)', [tokenHash]));
}
