import { median } from '@lxq/e2e/median.ts';
import { type Figure, interleave, spreadOf } from '../measure.ts';
import { type Outcome, outcomeOf, tableOf } from '../print.ts';
import { CONTESTS, type Contest, type Runner } from './contests.ts';
import { openSide, type Side } from './side.ts';
import { ROOT, treeOf } from './tree.ts';

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
    sides.push(await openSide(ROOT, { scale: SCALE, other: tree, say }), await openSide(tree, { scale: SCALE, say }));
    for (const name of names.length ? names : Object.keys(CONTESTS)) {
      outcomes.push(await outcomeOf(name, () => figuresOf(name, sides as [Side, Side], commit)));
      say(tableOf(outcomes.slice(-1)).split('\n').at(-1) as string);
    }
  } catch (error) {
    console.error(error);
    outcomes.push({ name: 'against', figures: [], failed: `failed: ${(error as Error).message}` });
  }
  process.on('uncaughtException', () => {}); // connections that a failed measure left open end with the server
  for (const side of sides) await side.stop();
  say(
    `\nThroughput per processor time, this tree ÷ ${commit}: above 1 this tree is the better one, ${LEAST} is the least.\n`,
  );
  say(tableOf(outcomes));
  return outcomes.every(({ failed, figures }) => !failed && figures.every(({ value }) => value >= LEAST));
}

/** In two halves: of two of the same, the one that was begun first takes up to a tenth more (`live`); so each is begun first once. */
async function figuresOf(name: string, sides: [Side, Side], commit: string): Promise<Figure[]> {
  const contest = CONTESTS[name] as Contest;
  const halves = [await halfOf(contest, sides, 'ours'), await halfOf(contest, sides, 'theirs')];
  const ratios = halves.map(({ ours, theirs }) =>
    ours.map((turn, round) => median(ratiosOf(turn, theirs[round] as number[]))),
  );
  const middle = (whose: Name) => median(halves.flatMap((half) => half[whose].map(median))).toFixed(3);
  return [
    {
      measure: `${name}: throughput per processor time, this ÷ ${commit}`,
      ...spreadOf(ratios.flat()),
      value: Math.sqrt(ratios.map(median).reduce((product, ratio) => product * ratio)),
      reach: `≥ ${LEAST} ×`,
      note: `${contest.what}: ${middle('ours')} and ${middle('theirs')} ms of processor, ${ratios.flat().length} rounds in turn`,
    },
  ];
}

type Name = 'ours' | 'theirs';
async function halfOf({ on, rounds }: Contest, [ours, theirs]: [Side, Side], first: Name) {
  const begin = { ours: () => on(ours), theirs: () => on(theirs) };
  const second = first === 'ours' ? 'theirs' : 'ours';
  const runners = { [first]: await begin[first](), [second]: await begin[second]() } as Record<Name, Runner>;
  try {
    const turns = { ours: () => runners.ours.turn(), theirs: () => runners.theirs.turn() };
    return await interleave(Math.ceil(rounds / 2), turns);
  } finally {
    for (const runner of Object.values(runners)) await runner.end();
  }
}

/** Of each kind of operation; of several the median counts, because a plan that went astray on one side says nothing of the others. */
const ratiosOf = (ours: readonly number[], theirs: readonly number[]) =>
  ours.map((ms, kind) => (theirs[kind] as number) / ms);
