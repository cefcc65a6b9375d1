import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ask } from '../../digests/digest.testing.ts';
import { type Bench, BULK, CANCEL, startBench } from './table-export.testing.ts';

jest.setTimeout(180_000);

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

/** What is held after everything that could be let go of has been. */
function held(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('200,000 rows go through as they come: memory stays, what comes meanwhile is not in it, and cancelling stops it', async () => {
  await bench.reports(200_000);
  await bench.fixture.admin.query('analyze report');
  const { id, rows } = await bench.asked('analyst', { ...BULK, format: 'XLSX' });
  const before = held();
  let most = 0;
  let lookedAt = 0;
  const looking = setInterval(() => {
    most = Math.max(most, held() - before);
    lookedAt++;
  }, 250);
  const making = bench.run(id);
  await wait(600);
  await bench.reports(10);
  const seen = await bench.told('analyst', id);
  await making;
  clearInterval(looking);
  const file = await bench.told('analyst', id);
  expect(file).toMatchObject({ state: 'READY', rows });
  expect(seen.state).toBe('RUNNING');
  expect(lookedAt).toBeGreaterThan(3);
  expect(most / 1024 / 1024).toBeLessThan(40);

  const again = await bench.asked('analyst', { ...BULK, format: 'XLSX' });
  const stopped = bench.run(again.id);
  await wait(700);
  await ask(bench.fixture, 'analyst', CANCEL, { id: again.id });
  const begun = Date.now();
  await stopped;
  expect(Date.now() - begun).toBeLessThan(1_500);
  expect(await bench.told('analyst', again.id)).toMatchObject({ state: 'CANCELLED', progress: 0 });
  expect(await bench.stored()).toHaveLength(1);
});
