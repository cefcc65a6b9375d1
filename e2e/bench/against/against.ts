import { type Figure, interleave, ratios, spreadOf } from '../measure.ts';
import { type Outcome, tableOf } from '../print.ts';
import { live } from './measures/live.ts';
import { newest } from './measures/newest.ts';
import { rights } from './measures/rights.ts';
import { submit } from './measures/submit.ts';
import { openSide, type Side } from './side.ts';
import { ROOT, treeOf } from './tree.ts';

/** Takes turns with the other version; `turn` answers milliseconds of processor an operation. */
export interface Runner {
  turn(): Promise<number>;
  end(): Promise<void>;
}
export interface Contest {
  what: string;
  rounds: number;
  on(side: Side): Promise<Runner>;
}
export const CONTESTS: Record<string, Contest> = { newest, rights, submit, live };

const LEAST = 0.95;
/** What an operation costs hardly depends on how many reports there are; both databases are to be filled in minutes. */
const SCALE = Number(process.env.BENCH_SCALE ?? 0.02);

/** npm run bench -- --against <commit>: whether this tree does as much for its processor time as that commit did. */
export async function benchAgainst(commit: string, names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) => !CONTESTS[name]);
  if (unknown.length)
    throw new Error(
      `Not measured against a commit: ${unknown.join(', ')}. These are: ${Object.keys(CONTESTS).join(', ')}`,
    );
  const say = console.log;
  const tree = treeOf(commit, say);
  const sides: Side[] = [];
  const outcomes: Outcome[] = [];
  try {
    for (const one of [ROOT, tree]) sides.push(await openSide(one, SCALE, say));
    const [ours, theirs] = sides as [Side, Side];
    for (const name of names.length ? names : Object.keys(CONTESTS)) {
      const figures = [await figureOf(name, [ours, theirs], commit)];
      outcomes.push({ name, figures });
      say(tableOf(outcomes.slice(-1)).split('\n').at(-1) as string);
    }
  } finally {
    process.on('uncaughtException', () => {}); // connections that a failed measure left open end with the server
    for (const side of sides) await side.stop();
  }
  say(
    `\nThroughput per processor time, this tree ÷ ${commit}: above 1 this tree is the better one, ${LEAST} is the least.\n`,
  );
  say(tableOf(outcomes));
  return outcomes.every(({ figures }) => figures.every(({ value }) => value >= LEAST));
}

async function figureOf(name: string, [ours, theirs]: [Side, Side], commit: string): Promise<Figure> {
  const { what, rounds, on } = CONTESTS[name] as Contest;
  const runners = [await on(ours), await on(theirs)] as const;
  try {
    const took = await interleave(rounds, { ours: () => runners[0].turn(), theirs: () => runners[1].turn() });
    const [here, there] = [spreadOf(took.ours), spreadOf(took.theirs)];
    return {
      measure: `${name}: throughput per processor time, this ÷ ${commit}`,
      ...ratios(took.theirs, took.ours),
      unit: '×',
      bound: 'least',
      reach: LEAST,
      note: `${what}: ${here.value.toFixed(3)} and ${there.value.toFixed(3)} ms of processor, ${rounds} rounds in turn`,
    };
  } finally {
    for (const runner of runners) await runner.end();
  }
}
