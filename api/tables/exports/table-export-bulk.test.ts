import { PassThrough, pipeline, type Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { AttachmentStore } from '../../attachments/bytes/attachment-store.ts';
import { ask } from '../../digests/digest.testing.ts';
import { type Bench, BULK, CANCEL, startBench } from './table-export.testing.ts';

jest.setTimeout(240_000);

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
/** The store, telling how many bytes have come so far. */
function heard(onBytes: (all: number) => void): AttachmentStore {
  const store = bench.store();
  const putStream = (key: string, bytes: Readable) => {
    let all = 0;
    const tap = new PassThrough({
      transform: (piece, _encoding, done) => {
        all += piece.length;
        onBytes(all);
        done(null, piece);
      },
    });
    pipeline(bytes, tap, () => {});
    return store.putStream(key, tap);
  };
  return Object.assign(bench.store(), { putStream });
}

const LOOK_BYTES = 500_000;
test('100,000 rows go through as they come: memory stays, what comes meanwhile is not in it, and cancelling stops it', async () => {
  await bench.reports(100_000);
  const workbook = { ...BULK, format: 'XLSX' };
  const { id, rows } = await bench.asked('analyst', workbook);
  const before = held();
  let [most, looks] = [0, 0];
  let meanwhile: Promise<unknown> | undefined;
  await bench.run(id, {
    bytes: heard((all) => {
      meanwhile ??= bench.reports(10);
      if (all < LOOK_BYTES * (looks + 1)) return;
      looks++;
      most = Math.max(most, held() - before);
    }),
  });
  await meanwhile;
  const file = await bench.told('analyst', id);
  expect(file).toMatchObject({ state: 'READY', rows });
  expect(looks).toBeGreaterThan(2);
  expect(most / 1024 / 1024).toBeLessThan(30);

  const again = await bench.asked('analyst', workbook);
  expect(again.rows).toBe(rows + 10);
  let written = 0;
  let cancelling: Promise<unknown> | undefined;
  await bench.run(again.id, {
    bytes: heard((all) => {
      written = all;
      cancelling ??= ask(bench.fixture, 'analyst', CANCEL, { id: again.id });
    }),
  });
  await cancelling;
  expect(await bench.told('analyst', again.id)).toMatchObject({ state: 'CANCELLED', progress: 0 });
  expect(written).toBeLessThan(file.size);
  expect(await bench.stored()).toHaveLength(1);
});
