import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import { median } from '../../../median.ts';
import { bodyOf } from '../http.ts';

const NEWEST = `{ reports(first: 20) { edges { node { id state line urgency submittedAt excerpt unit { name } township { name } reporter { name } } }
  pageInfo { hasNextPage } } reportStateCounts { state count } }`;
const PAUSE_MS = 30;
const PATIENCE_MS = 15_000;
const WINDOWS = 3;

export interface Looked {
  /** Milliseconds; the median of the windows' 95th percentiles. A list that did not come took for ever. */
  p95: number;
  lists: number;
  failed: number;
  /** What the last that failed was answered. */
  reason: string;
}
export interface Clerk {
  look(seconds: number): Promise<Looked>;
  leave(): Promise<void>;
}

/** Opens the newest twenty again and again on one connection that is kept. */
export function clerkAtDesk(url: string, token: string): Clerk {
  const timeouts = { headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS };
  const client = new Client(url, { pipelining: 1, ...timeouts });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const request = { path: '/graphql', method: 'POST', headers, body: bodyOf(NEWEST) } as const;
  let reason = '';
  const one = async (): Promise<number> => {
    const begun = performance.now();
    try {
      const { body, statusCode } = await client.request(request);
      const text = await body.text();
      if (statusCode === 200 && text.startsWith('{"data":{')) return performance.now() - begun;
      reason = `${statusCode} ${text.slice(0, 200)}`;
      return Number.POSITIVE_INFINITY;
    } catch (error) {
      reason = String(error);
      return Number.POSITIVE_INFINITY;
    }
  };
  const window = async (seconds: number): Promise<number[]> => {
    const times: number[] = [];
    for (const end = performance.now() + seconds * 1_000; performance.now() < end; await sleep(PAUSE_MS))
      times.push(await one());
    return times.sort((a, b) => a - b);
  };
  return {
    look: async (seconds) => {
      const windows: number[][] = [];
      for (let i = 0; i < WINDOWS; i++) windows.push(await window(seconds / WINDOWS));
      const all = windows.flat();
      const p95 = (times: number[]) => times[Math.ceil(times.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
      return {
        p95: median(windows.map(p95)),
        lists: all.length,
        failed: all.filter((ms) => !Number.isFinite(ms)).length,
        reason,
      };
    },
    leave: () => client.destroy(),
  };
}
