import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';

/** What one peer has asked: a request or a socket. */
export interface Asked {
  /** It comes to nothing, and the peer is told. */
  breakOff(error: unknown): void;
}
const asked = new AsyncLocalStorage<Asked>();
/** Whatever the work sets going, and nobody catches, is this one's trouble. */
export const onBehalfOf = <T>(one: Asked, work: () => T): T => asked.run(one, work);
export const breakOff = (error: unknown): void => asked.getStore()?.breakOff(error);

/**
 * What nobody caught is one request's or one socket's trouble and ends with it: were it the end of the process, whoever finds how to
 * cause it could turn everybody off (docs/decisions/0020). Returns how to stop listening.
 */
export function carryOn(log: Logger): () => void {
  const onError = (err: unknown) => {
    log.fatal({ err }, 'nobody caught this; everything else goes on');
    breakOff(err);
  };
  process.on('uncaughtException', onError).on('unhandledRejection', onError);
  return () => void process.off('uncaughtException', onError).off('unhandledRejection', onError);
}
