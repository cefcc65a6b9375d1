import { expect, test } from '@jest/globals';
import { type Framed, fitOf, moved, STEP, transformOf, turned, WHOLE, zoomed } from './zoom.ts';

const framed: Framed = { stage: { width: 400, height: 800 }, picture: { width: 1_600, height: 1_200 } };

test('the whole picture is seen at first, also turned, and a small one is not blown up', () => {
  expect(fitOf(framed, 0)).toBe(0.25);
  expect(fitOf(framed, 1)).toBeCloseTo(1 / 3);
  expect(fitOf({ ...framed, picture: { width: 100, height: 90 } }, 0)).toBe(1);
  expect(fitOf({ ...framed, picture: { width: 0, height: 0 } }, 0)).toBe(1);
});

test('what lies under the finger stays there while the picture grows', () => {
  const at = { x: 100, y: 0 };
  const view = zoomed(WHOLE, 2, framed, at);
  expect(view).toMatchObject({ zoom: 2, x: -100, y: 0 });
  // The point of the picture under the finger: (at - middle) / scale.
  expect((at.x - view.x) / view.zoom).toBe(at.x);
});

test('it gets no smaller than the whole and no larger than eight times that', () => {
  expect(zoomed(WHOLE, 1 / STEP, framed)).toEqual(WHOLE);
  let view = WHOLE;
  for (let press = 0; press < 20; press++) view = zoomed(view, STEP, framed);
  expect(view.zoom).toBe(8);
  expect(zoomed({ ...view, x: 1_400 }, 0, framed)).toEqual(WHOLE);
});

test('no edge is drawn into the stage, and what is whole stays in the middle', () => {
  expect(moved(WHOLE, { x: 50, y: 50 }, framed)).toEqual(WHOLE);
  const large = zoomed(WHOLE, 4, framed);
  expect(moved(large, { x: 9_999, y: -9_999 }, framed)).toMatchObject({ x: 600, y: -200 });
});

test('turned four times it stands as before, whole', () => {
  const large = zoomed(WHOLE, 4, framed);
  expect(turned(large)).toEqual({ ...WHOLE, turns: 1 });
  expect([1, 2, 3, 4].reduce((view) => turned(view), WHOLE)).toEqual(WHOLE);
  expect(transformOf({ ...WHOLE, turns: 1 }, framed)).toContain('rotate(90deg)');
});
