import { expect, test } from '@jest/globals';
import { compressed, isHeic, type Squeeze } from './compress.ts';

const photo = (name = 'a.jpg', type = 'image/jpeg') => new File([new Uint8Array(10)], name, { type });
const giving = (...sizes: number[]) => {
  const steps: number[] = [];
  const squeeze: Squeeze = async (_file, { side }) => new Blob([new Uint8Array(sizes[steps.push(side) - 1] ?? 0)]);
  return { squeeze, steps };
};
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error) => error.fault,
  );

test('a photo is drawn until it weighs little enough, and no further', async () => {
  const { squeeze, steps } = giving(900_000, 250_000, 100);
  expect((await compressed(photo(), squeeze)).size).toBe(250_000);
  expect(steps).toHaveLength(2);
});

test('one that will not become small goes as small as it gets, never over two megabytes', async () => {
  expect((await compressed(photo(), giving(900_000, 500_000, 600_000, 550_000).squeeze)).size).toBe(500_000);
  expect(await faultOf(compressed(photo(), giving(3e6, 3e6, 3e6, 3e6).squeeze))).toBe('LARGE');
});

test('what cannot be opened is no photo, and HEIC is called by its name', async () => {
  const fails: Squeeze = () => Promise.reject(new Error('The image could not be decoded'));
  expect(await faultOf(compressed(photo(), fails))).toBe('NO_PHOTO');
  expect(await faultOf(compressed(photo('IMG_1.HEIC', ''), fails))).toBe('HEIC');
  expect(await faultOf(compressed(photo(), giving(0, 0, 0, 0).squeeze))).toBe('NO_PHOTO');
});

test('HEIC that the browser can open is taken like any other', async () => {
  expect((await compressed(photo('IMG_1.heic', 'image/heic'), giving(200_000).squeeze)).size).toBe(200_000);
  expect([photo('a.heif', ''), photo('b', 'image/heif'), photo()].map(isHeic)).toEqual([true, true, false]);
});
