import { Pool } from 'undici';

/** The same request over and over, the next as soon as the last is answered, from so many connections at once. */
export interface Shot {
  url: string;
  body: string;
  headers?: Record<string, string>;
  connections: number;
  seconds: number;
}
export interface Hits {
  /** Answers a second. */
  rate: number;
  /** Milliseconds that 99 of 100 answers came within. */
  p99: number;
}

export async function shoot({ url, body, headers, connections, seconds }: Shot): Promise<Hits> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const one = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const answer = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER });
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const rate = times.length / ((performance.now() - begun) / 1000);
  await pool.close();
  times.sort((a, b) => a - b);
  return { rate, p99: times[Math.floor(times.length * 0.99)] as number };
}
