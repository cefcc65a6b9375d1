import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Bench, Measure } from './measure.ts';
import { openBench } from './open.ts';
import { writePage } from './page.ts';
import { type Outcome, tableOf } from './print.ts';

/** npm run bench [-- names]: how fast the platform is, each measure against its target. BENCH_SCALE shrinks the counties. */
const begun = performance.now();
const scale = Number(process.env.BENCH_SCALE ?? 1);
const asked = process.argv.slice(2);
const every = (await readdir(path.join(import.meta.dirname, 'measures')))
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => path.basename(file, '.ts'));
const unknown = asked.filter((name) => !every.includes(name));
if (unknown.length || !(scale > 0)) {
  console.error(
    unknown.length
      ? `No such measure: ${unknown.join(', ')}. There are: ${every.join(', ')}`
      : 'BENCH_SCALE must be a number above 0',
  );
  process.exit(1);
}

const { bench, loadSeconds, stop } = await openBench(scale, console.log);
const outcomes: Outcome[] = [];
try {
  for (const name of asked.length ? asked : every) outcomes.push(await outcomeOf(name, bench));
  console.log(`\n${tableOf(outcomes)}`);
  const isWhole = !asked.length && scale === 1;
  if (isWhole)
    await writePage({ adminUrl: bench.adminUrl, loadSeconds, seconds: (performance.now() - begun) / 1000, outcomes });
} finally {
  await stop();
}
process.exit(outcomes.some(({ failed }) => failed) ? 1 : 0);

/** One that throws does not keep the others from running. */
async function outcomeOf(name: string, bench: Bench): Promise<Outcome> {
  const started = performance.now();
  try {
    const { measure } = (await import(`./measures/${name}.ts`)) as { measure: Measure };
    const figures = await measure.run(bench);
    console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    return { name, figures };
  } catch (error) {
    console.error(error);
    return { name, figures: [], failed: `failed: ${(error as Error).message}` };
  }
}
