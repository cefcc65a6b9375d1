import { median } from '@lxq/e2e/median.ts';
import type { CountyShape } from './data/shapes.ts';

/** What a measure reads: one database with the bench's counties, and processes of the platform on it as they run in production. */
export interface Bench {
  /** The administrator's address of the bench's database; loads data and looks at plans. */
  adminUrl: string;
  /** The runtime role's address of the same database. */
  appUrl: string;
  /** One process of the platform (`bin/serve.ts`) with production settings; ended with the bench at the latest. */
  serve(env?: Record<string, string>): Promise<Served>;
  /** A session of the one who holds this post; no password is tried. */
  token(who: Who): Promise<string>;
  say(line: string): void;
}
export interface Served {
  url: string;
  pid: number;
  stop(): Promise<void>;
}
/** `township` and `village` count from 1; the big county unless said. */
export interface Who {
  role: 'COUNTY_CLERK' | 'ANALYST' | 'LEADER' | 'TOWNSHIP_CLERK' | 'VILLAGE_HEAD' | 'OFFICER';
  county?: number;
  township?: number;
  village?: number;
  officer?: number;
  /** Said by its code, where it is none of these. */
  unit?: number;
}

/** '≤ 1.2 ×', '≥ 4000 sockets': in the value's unit. */
export type Target = `${'≤' | '≥'} ${number} ${string}`;
/** One line of the table. */
export interface Figure {
  measure: string;
  /** Median of the rounds, with the lowest and the highest. */
  value: number;
  low: number;
  high: number;
  reach: Target;
  stretch?: Target;
  /** What the ratio was made of, and what saturated. */
  note?: string;
}
export interface Measure {
  /** It reads no county: asked for by itself, none is loaded. */
  isAlone?: true;
  /** Counties that it reads besides the bench's own, each list in a database of that name on the same server. */
  databases?(scale: number): Record<string, readonly CountyShape[]>;
  /** Ends every process and connection it opened. */
  run(bench: Bench): Promise<Figure[]>;
}

export const spreadOf = (values: readonly number[]) => ({
  value: median(values),
  low: Math.min(...values),
  high: Math.max(...values),
});

/**
 * Runs every contender once a round, in another order each time, so that a noisy minute hits all of them; gives each
 * contender's results in the order of the rounds.
 */
export async function interleave<Name extends string, Result>(
  rounds: number,
  contenders: Record<Name, (round: number) => Promise<Result>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(contenders) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length] as Name;
      results[name].push(await contenders[name](round));
    }
  return results;
}

/** Round by round: what stood beside it in time. */
export const ratios = (ours: readonly number[], theirs: readonly number[]) =>
  spreadOf(ours.map((value, round) => value / (theirs[round] as number)));

/** The highest stands for all. */
export const worstOf = (values: readonly number[]) => ({ ...spreadOf(values), value: Math.max(...values) });

export function hasReached({ value }: Figure, target: Target): boolean {
  const limit = Number(target.split(' ')[1]);
  return target.startsWith('≤') ? value <= limit : value >= limit;
}
