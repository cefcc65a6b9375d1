import type { JobHelpers } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Language } from '../contract/errors.ts';
import type { Caller } from '../scope/caller.ts';
import type { Database } from '../scope/database.ts';
import type { Entering } from '../scope/entering.ts';
import type { Rights } from '../scope/rights.ts';
import { Scope, type ScopeOptions } from '../scope/scope.ts';

/** What a job of the queue makes: in whose name, how it is let in, and in which language it speaks. */
export interface Making {
  database: Database;
  rights: Rights;
  entering: Entering;
  language?: Language;
}

/** A scope of the job's. */
export function jobScope(
  { database, rights, entering, language = 'zh' }: Making,
  { isSnapshot, onGone }: Pick<ScopeOptions, 'isSnapshot'> & Pick<Caller, 'onGone'> = {},
): Scope {
  const caller = { language, address: null, tokenHash: null, sessionHours: 0, setToken: () => {}, onGone };
  return new Scope(database, rights, caller, { job: entering, isSnapshot });
}

/** A step of a job in a transaction of its own, so that none stays open while bytes are made. */
export async function inStep<T>(making: Making, work: (scope: Scope) => Promise<T>): Promise<T> {
  const scope = jobScope(making);
  try {
    const result = await work(scope);
    await scope.end('commit');
    return result;
  } catch (error) {
    await scope.end('rollback').catch(() => {});
    throw error;
  }
}

/** Makes something, and when that fails says whether it was the last try; before, the queue tries again. A server that stops has not failed. */
export async function tried(
  { job, abortSignal }: JobHelpers,
  { log, ...what }: { log: Logger } & Record<string, unknown>,
  { make, giveUp }: { make: () => Promise<void>; giveUp: (isLast: boolean) => Promise<void> },
): Promise<void> {
  const { attempts, max_attempts: most } = job;
  try {
    await make();
  } catch (error) {
    const isLast = attempts >= most && !abortSignal.aborted;
    log[isLast ? 'error' : 'warn']({ err: error, ...what, attempts }, 'a file could not be made');
    await giveUp(isLast);
    throw error;
  }
}

/** What is made, unless the server stops before. */
export const unlessStopped = <T>({ abortPromise }: JobHelpers, made: Promise<T>): Promise<T> =>
  Promise.race([made, abortPromise.then(stopped)]);
const stopped = (): never => {
  throw new Error('the server is stopping');
};

/** Told to a reader after the last try, in words without the inside. */
export const NOT_MADE = [
  '文件未能生成，请稍后重试；仍不成功请联系管理员',
  'The file could not be made; try again later, and tell an administrator if it still fails',
] as const;
