import { expect, test } from '@jest/globals';
import { clock, countdown } from './countdown.ts';

const due = '2026-11-22T08:30:00.000Z';
const at = (time: string) => countdown(due, Date.parse(`2026-11-22T${time}Z`));

test('a fresh alert shows the whole half hour, calmly', () => {
  expect(clock(at('08:00:00'))).toBe('30:00');
  expect(at('08:00:00').tone).toBe('calm');
});

test('the last ten minutes press', () => {
  expect(at('08:20:00').tone).toBe('pressing');
  expect(clock(at('08:29:55'))).toBe('00:05');
});

test('an alert past its time says how long it has waited', () => {
  expect(at('09:32:05')).toMatchObject({ isOver: true, tone: 'over' });
  expect(clock(at('09:32:05'))).toBe('1:02:05');
});
