import { expect, test } from '@jest/globals';
import { placeAfterSignIn } from './place-after-sign-in.ts';

const screens = ['desk', 'search'];

test('after signing in one is where one wanted to go', () => {
  expect(placeAfterSignIn('/desk/r1?tray=TODO', screens)).toBe('/desk/r1?tray=TODO');
});

test.each([['/admin'], ['//evil.example/desk'], ['https://evil.example'], ['/deskx'], [null]])(
  'a place that the post does not open, %s, leads to the first screen',
  (next) => {
    expect(placeAfterSignIn(next, screens)).toBe('/');
  },
);
