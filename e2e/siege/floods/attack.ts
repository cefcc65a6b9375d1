/** What an attacker has in hand: where the server is, and sessions of people of the county who were turned. */
export interface Front {
  url: string;
  /** For what somebody with the database in hand does to it. */
  adminUrl: string;
  tokens: Record<Turned, string>;
  /** On the child's clock (performance.now()). */
  until: number;
}
export const TURNED = ['other.officer', 'other.township.clerk', 'village.head', 'county.analyst'] as const;
export type Turned = (typeof TURNED)[number];

export interface Attack {
  name: string;
  /** At most so much is let in within so many seconds, whatever is sent; undefined where the answer is never read. */
  most?: (seconds: number) => number;
  /** Who signs in with the right password meanwhile, at which address, and whether their device is known. */
  colleague?: Colleague;
  run(front: Front, tally: Tally): Promise<void>;
}
export interface Colleague {
  account: string;
  address: string;
  isKnown: boolean;
}

/** What became of what was sent; made in the attacker's process, read in the siege's. */
export class Tally {
  tried = 0;
  admitted = 0;
  /** By code, status or close code. */
  refused: Record<string, number> = {};
  /** What must not be, whatever the counts say. */
  faults: string[] = [];

  refuse(how: string): void {
    this.refused[how] = (this.refused[how] ?? 0) + 1;
  }
  /** Of an answer over HTTP: what came with errors, or in another status, was refused. */
  judge(text: string, status = 200): void {
    if (status === 200 && !text.slice(0, 120).includes('"errors":')) this.admitted++;
    else
      this.refuse([...(status === 200 ? [] : [status]), /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? ''].join(' ').trim());
  }
  /** Of a message on a socket; whether it answers what was sent, be it well or badly. */
  hear(text: string): boolean {
    const type = /"type":"(\w+)"/.exec(text.slice(0, 120))?.[1];
    if (type === 'error') this.judge(`"errors":${text}`);
    else if (type === 'next' || type === 'pong') this.judge(text);
    else return false;
    return true;
  }
}

/** From here attacks come that are not a matter of addresses; the victims are at 127.0.0.1. */
export const STRANGER = '127.0.0.66';

/** The same over and over on so many lanes until time is up; a turn that fails was cut off. */
export async function lanes(
  { until }: Front,
  count: number,
  turn: (n: number, lane: number) => Promise<void>,
): Promise<void> {
  let n = 0;
  const one = async (_: unknown, lane: number) => {
    while (performance.now() < until) await turn(n++, lane);
  };
  await Promise.all(Array.from({ length: count }, one));
}
