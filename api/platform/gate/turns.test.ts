import { expect, test } from '@jest/globals';
import { busy } from '../contract/errors.ts';
import { Turns } from './turns.ts';

/** Work that ends when it is told to. */
function held() {
  let release = () => {};
  const work = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  return { work, release: () => release() };
}
/** As signing in has them. */
const room = (inAll: number, waiting: number) => new Turns({ inAll, waiting, isByLot: true });
const crowded = () => {
  throw busy('登录的人太多', 'Too many', 2);
};
const settled = () => new Promise(setImmediate);

test('no more than so many are at work at once', async () => {
  const turns = room(2, 10);
  const all = Array.from({ length: 5 }, held);
  let begun = 0;
  const done = all.map(({ work }, i) =>
    turns.take(
      `line ${i}`,
      () => {
        begun++;
        return work();
      },
      crowded,
    ),
  );
  for (const [i, { release }] of all.entries()) {
    await settled();
    expect(begun).toBe(Math.min(5, i + 2));
    release();
  }
  await Promise.all(done);
});

test('a line that is long has one turn like the others', async () => {
  const turns = room(1, 100);
  const order: string[] = [];
  const take = (line: string) => turns.take(line, async () => void order.push(line), crowded);
  await Promise.all([...Array.from({ length: 20 }, () => take('flood')), take('a'), take('b')]);
  expect(order.indexOf('a')).toBeLessThanOrEqual(3);
  expect(order.indexOf('b')).toBeLessThanOrEqual(4);
  expect(order).toHaveLength(22);
});

test('a full line sends somebody away, who is not always the last', async () => {
  const turns = room(1, 5);
  const gate = held();
  const first = turns.take('line', gate.work, crowded);
  const outcomes = Array.from({ length: 100 }, () =>
    turns
      .take('line', async () => {}, crowded)
      .then(
        () => 'served',
        ({ code }) => code,
      ),
  );
  await settled();
  gate.release();
  await first;
  const all = await Promise.all(outcomes);
  expect(all.filter((one) => one === 'served')).toHaveLength(5);
  expect(all.filter((one) => one === 'BUSY')).toHaveLength(95);
  expect(all.slice(0, 5)).not.toEqual(Array(5).fill('served'));
});

test('work that fails gives its turn back', async () => {
  const turns = room(1, 5);
  await expect(turns.take('line', () => Promise.reject(new Error('no')), crowded)).rejects.toThrow('no');
  expect(await turns.take('line', async () => 'yes', crowded)).toBe('yes');
});
