import type { Logger } from 'pino';

/**
 * What nobody caught is one request's or one socket's trouble and ends with it: were it the end of the process, whoever finds how to
 * cause it could turn everybody off (docs/decisions/0020). Returns how to stop listening.
 */
export function carryOn(log: Logger): () => void {
  const onError = (err: unknown) => log.fatal({ err }, 'nobody caught this; everything else goes on');
  process.on('uncaughtException', onError).on('unhandledRejection', onError);
  return () => void process.off('uncaughtException', onError).off('unhandledRejection', onError);
}
