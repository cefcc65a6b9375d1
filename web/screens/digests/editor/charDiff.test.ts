import { expect, test } from '@jest/globals';
import { charDiff, foldDiff } from './charDiff.ts';

const side = (before: string, after: string, kinds: string[]) =>
  charDiff(before, after)
    .parts.filter((part) => kinds.includes(part.kind))
    .map((part) => part.text)
    .join('');

test('the kept and removed characters give the older text, the kept and added ones the newer', () => {
  const older = '柳林村东头机井损坏三天，影响40户浇地。';
  const newer = '柳林村东头两眼机井损坏五天，影响42户浇地，已报站里。';
  expect(side(older, newer, ['same', 'removed'])).toBe(older);
  expect(side(older, newer, ['same', 'added'])).toBe(newer);
});

test('a single changed character is shown as one removed and one added', () => {
  const { parts, added, removed } = charDiff('机井损坏三天', '机井损坏五天');
  expect(parts).toEqual([
    { kind: 'same', text: '机井损坏' },
    { kind: 'removed', text: '三' },
    { kind: 'added', text: '五' },
    { kind: 'same', text: '天' },
  ]);
  expect([added, removed]).toEqual([1, 1]);
});

test('a character outside the basic plane counts as one and is never cut in half', () => {
  const { parts, added } = charDiff('𠮷家庄', '𠮶家庄');
  expect(added).toBe(1);
  expect(parts.every((part) => !/[\ud800-\udbff]$/.test(part.text))).toBe(true);
});

test('two long and wholly different texts are compared without hanging', () => {
  const before = Array.from({ length: 4000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 9000))).join('');
  const after = Array.from({ length: 4000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 104729) % 9000))).join('');
  const began = performance.now();
  expect(side(before, after, ['same', 'added'])).toBe(after);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('long unchanged stretches fold to their ends and say how much they hide', () => {
  const same = '一'.repeat(100);
  const folded = foldDiff([
    { kind: 'same', text: same },
    { kind: 'added', text: '新' },
    { kind: 'same', text: same },
  ]);
  expect(folded[0]).toEqual({ kind: 'same', text: `…${'一'.repeat(30)}`, hidden: 70 });
  expect(folded[1]).toEqual({ kind: 'added', text: '新', hidden: 0 });
  expect(folded[2]).toEqual({ kind: 'same', text: `${'一'.repeat(30)}…`, hidden: 70 });
});

test('a text without any change is not folded away', () => {
  expect(foldDiff([{ kind: 'same', text: '一'.repeat(200) }])[0]?.hidden).toBe(0);
});
