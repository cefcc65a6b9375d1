import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { type Front, lanes, STRANGER, type Tally } from './attack.ts';

export interface Shot {
  /** /graphql, and told in JSON, where nothing else is said. */
  path?: string;
  method?: 'POST' | 'PATCH' | 'HEAD';
  body: string | null;
  token?: string;
  headers?: Record<string, string>;
}
interface Battery {
  connections: number;
  /** Where they come from; the victims' own with `headers` of a proxy. */
  address?: string;
  next(n: number): Shot;
  /** A refusal that the attacker is after, because it says something: it counts as let in. */
  sought?: string;
}

const TIMEOUT_MS = 20_000;

/** Requests as fast as they are answered, from so many connections at once. */
export async function shootAt(
  front: Front,
  tally: Tally,
  { connections, address = STRANGER, next, sought }: Battery,
): Promise<void> {
  const timeouts = { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
  const pool = new Pool(front.url, { connections, pipelining: 1, localAddress: address, ...timeouts });
  await lanes(front, connections, async (n) => {
    const { path = '/graphql', method = 'POST', body, token, headers } = next(n);
    tally.tried++;
    try {
      const answer = await pool.request({
        path,
        method,
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        body,
      });
      const text = await answer.body.text();
      if (sought && text.includes(sought)) tally.admitted++;
      else tally.judge(text, answer.statusCode);
    } catch (error) {
      tally.refuse((error as NodeJS.ErrnoException).code ?? String(error));
      await sleep(20);
    }
  });
  void pool.destroy();
}

export const bodyOf = (query: string, variables?: unknown) => JSON.stringify({ query, variables });
