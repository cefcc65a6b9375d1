import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './environment.ts';

export interface Step {
  name: string;
  /** A script for Node, below node_modules or the project's root, and its arguments. */
  run: string[];
  /** Whether it runs alone, before the others, because they read what it writes. */
  first?: boolean;
}

export interface Tally {
  passed: number;
  /** What did not pass, by name. */
  failed: string[];
}

const AT_ONCE = 2;
const MOST_LINES = 80;

/** Runs the steps, two at a time, and says of each how long it took; what a failed one has said follows its line. */
export async function runSteps(steps: Step[]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: [] };
  const one = async (step: Step) => {
    if (await runStep(step)) tally.passed += 1;
    else tally.failed.push(step.name);
  };
  for (const step of steps.filter(({ first }) => first)) await one(step);
  const waiting = steps.filter(({ first }) => !first);
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await one(step);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return tally;
}

async function runStep({ name, run }: Step): Promise<boolean> {
  const begun = performance.now();
  const { code, said } = await runQuietly(run);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${name}`);
  if (code !== 0) console.log(excerpt(said));
  return code === 0;
}

function excerpt(said: string): string {
  const lines = said.trimEnd().split('\n');
  const more = lines.length - MOST_LINES;
  const shown = more > 0 ? [...lines.slice(0, MOST_LINES), `... and ${more} lines more`] : lines;
  return shown.map((line) => `    ${line}`).join('\n');
}

async function runQuietly([script = '', ...args]: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  );
  return { code, said };
}

export function toolEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0', NO_COLOR: '1' };
}

/** What failed, for whoever sees no more than a log's end; and the last line of every run, which programs read. */
export function report({ passed, failed }: Tally): void {
  for (const name of failed) console.log(`FAILED ${name}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
}
