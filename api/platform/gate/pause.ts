import type { ExecutionResult } from 'graphql';

/** The seconds after which an operation is worth another try, when BUSY is all it came to; else undefined. */
export function pauseOf({ data, errors }: ExecutionResult): number | undefined {
  if (!errors?.length || errors.some(({ extensions }) => extensions.code !== 'BUSY')) return undefined;
  if (data && Object.values(data).some((value) => value !== null)) return undefined;
  return Math.max(1, ...errors.map(({ extensions }) => Number(extensions.retryAfter ?? 1)));
}
