import { expect, test } from '@jest/globals';
import { admits, type Filter, type Filtered, readFilter, writeFilter } from './filter.ts';

const well: Filtered = {
  state: 'SUBMITTED',
  line: 'LINE',
  urgency: 'NORMAL',
  isOverdue: false,
  submittedAt: '2026-03-10T16:30:00.000Z',
  place: { code: '990101102005000' },
  topic: { code: 'water', isProblem: true },
};

test('a filter comes back from the address as it was written', () => {
  const filter: Filter = {
    tray: 'TODO',
    states: ['SUBMITTED', 'URGENT'],
    topics: ['water', 'road'],
    lines: ['DIRECT'],
    urgency: 'HIGH',
    under: '990101102000000',
    submittedFrom: '2026-03-01',
    submittedTo: '2026-03-10',
    problemsOnly: true,
  };
  expect(readFilter(new URLSearchParams(writeFilter(filter).toString()))).toEqual(filter);
});

test('an address keeps the parameters that are none of the filter', () => {
  const search = writeFilter({ urgency: 'HIGH' }, new URLSearchParams('q=井&topic=road'));
  expect(search.get('q')).toBe('井');
  expect(search.has('topic')).toBe(false);
});

test('an address with nonsense in it gives no filter at all', () => {
  expect(readFilter(new URLSearchParams('tray=ALL&urgency=x&under=abc&from=yesterday&problems=yes'))).toEqual({});
});

test('a report counts for the day it was in Shanghai, not in UTC', () => {
  expect(admits({ submittedFrom: '2026-03-11', submittedTo: '2026-03-11' }, well)).toBe(true);
  expect(admits({ submittedTo: '2026-03-10' }, well)).toBe(false);
});

test('a township admits the reports of its villages and no others', () => {
  expect(admits({ under: '990101102000000' }, well)).toBe(true);
  expect(admits({ under: '990101103000000' }, well)).toBe(false);
});

test('the overdue tray admits only what waits for triage', () => {
  expect(admits({ tray: 'OVERDUE' }, { ...well, isOverdue: true })).toBe(true);
  expect(admits({ tray: 'OVERDUE' }, { ...well, isOverdue: true, state: 'TRIAGED' })).toBe(false);
  expect(admits({ tray: 'TODO' }, { ...well, state: 'TRIAGED' })).toBe(false);
});

test('under a filter of sources a listed report stays, because its source never changes', () => {
  expect(admits({ sources: ['visit'] }, well)).toBe(true);
});
