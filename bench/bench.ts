import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchAgainst } from './against/against.ts';
import { benchCounties } from './data/shapes.ts';
import type { Bench, Figure, Measure } from './measure.ts';
import { type Databases, openBench } from './open.ts';
import { writePage, writeRows } from './page.ts';
import { type Outcome, outcomeOf, tableOf } from './print.ts';

/**
 * npm run bench [-- names]: how fast the platform is, each measure against its target; with --against <commit>, beside what that
 * commit was. BENCH_SCALE shrinks the counties. Of some measures alone --page puts the rows into docs/BENCH.md, where a whole run writes all.
 */
const begun = performance.now();
const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, page: { type: 'boolean' } },
});
if (values.against) process.exit((await benchAgainst(values.against, asked)) ? 0 : 1);
const scale = Number(process.env.BENCH_SCALE ?? 1);
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

const databases: Databases = {};
const measures = new Map<string, Measure>();
for (const name of asked.length ? asked : every) {
  const { measure } = (await import(`./measures/${name}.ts`)) as { measure: Measure };
  measures.set(name, measure);
  if (!measure.isAlone || values.page) databases.bench ??= benchCounties(scale);
  Object.assign(databases, measure.databases?.(scale));
}
const { bench, loadSeconds, stop } = await openBench(scale, databases, console.log);
const outcomes: Outcome[] = [];
try {
  for (const [name, measure] of measures) outcomes.push(await outcomeOf(name, () => timed(name, measure, bench)));
  console.log(`\n${tableOf(outcomes)}`);
  const seconds = (performance.now() - begun) / 1000;
  if (scale === 1) {
    const run = { adminUrl: bench.adminUrl, loadSeconds, seconds, outcomes };
    if (asked.length === 0) await writePage(run);
    else if (values.page) await writeRows(run);
  }
} finally {
  process.on('uncaughtException', () => {}); // connections that a failed measure left open end with the server
  await stop();
}
process.exit(outcomes.some(({ failed }) => failed) ? 1 : 0);

async function timed(name: string, measure: Measure, bench: Bench): Promise<Figure[]> {
  const started = performance.now();
  const figures = await measure.run(bench);
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return figures;
}
