import { expect, test } from '@jest/globals';
import type { OutboxItem } from './local-db.ts';
import { napBefore } from './rounds.ts';
import { NO_SPAN, type Span, spanOf } from './span.ts';

const NOW = 1_000_000;
const item = (spans: Partial<Record<'pause' | 'held' | 'lease', Span>>) =>
  ({ pause: NO_SPAN, held: NO_SPAN, lease: NO_SPAN, ...spans }) as OutboxItem;
const nap = (items: OutboxItem[], hasLock = true) => napBefore(items, NOW, hasLock);

test('after a page that was closed in the middle of sending the next one goes on within seconds, however long the lease', () => {
  const left = item({ lease: spanOf(NOW - 1_000, 90_000) });
  expect(nap([left])).toBe(2_000);
  expect(nap([left], false)).toBe(60_000);
});

test('what waits longest is not what counts, and nothing is asked more often than it may be', () => {
  expect(nap([item({ pause: spanOf(NOW, 8_000) }), item({ held: spanOf(NOW, 30_000) })])).toBe(8_000);
  expect(nap([item({ pause: spanOf(NOW, 300_000) })])).toBe(60_000);
});
