import { expect, test } from '@jest/globals';
import { likeness } from './likeness.ts';

test('a text told twice in slightly other words is more alike than another matter of the same village', () => {
  const told = '村西头的机井干了三天，四十多户吃水要到邻村去挑。';
  const again = '村西头机井干涸三天了，四十多户村民吃水要去邻村挑。';
  const other = '村里垃圾池满了没有人清运，夏天气味很大。';
  expect(likeness(told, again)).toBeGreaterThan(0.3);
  expect(likeness(told, other)).toBeLessThan(0.1);
});
test('a text is wholly like itself, whatever its punctuation', () =>
  expect(likeness('水井干了。', '水井，干了！')).toBeGreaterThan(0.6));
