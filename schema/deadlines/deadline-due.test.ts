import { expect, test } from '@jest/globals';
import { addDays, dayOf, endOf, type NamedCalendar, startOf } from '../calendar.ts';
import { published } from './deadline-due.testing.ts';
import { dueOf, type Pause, type Reckoned } from './deadline-due.ts';
import { COUNTINGS, DEADLINE_RULE_CODES, ruleOf } from './deadline-rules.ts';

const at = (day: string, hour = 10) => new Date(+startOf(day) + hour * 3_600_000);
const due = (counts: Reckoned['counts'], from: string, amount: number, more: Partial<Reckoned> = {}) =>
  dueOf({ counts, amount, startedAt: at(from), ...more }, published).proof.dueOn;

/*
 * Counted by hand on the State Council's arrangements: for 2025 国办发明电〔2024〕12号, for 2026 国办发明电〔2025〕7号. A row says a day and the
 * work days that follow it: the n-th is due n work days after.
 */
const WORK_DAYS: [from: string, following: string][] = [
  ['2024-12-31', '2025-01-02 2025-01-03 2025-01-06 2025-01-07 2025-01-08'],
  [
    '2025-01-24',
    '2025-01-26 2025-01-27 2025-02-05 2025-02-06 2025-02-07 2025-02-08 2025-02-10 2025-02-11 2025-02-12 2025-02-13',
  ],
  ['2025-04-02', '2025-04-03 2025-04-07 2025-04-08 2025-04-09 2025-04-10 2025-04-11 2025-04-14'],
  [
    '2025-04-25',
    '2025-04-27 2025-04-28 2025-04-29 2025-04-30 2025-05-06 2025-05-07 2025-05-08 2025-05-09 2025-05-12 2025-05-13',
  ],
  ['2025-05-29', '2025-05-30 2025-06-03 2025-06-04 2025-06-05 2025-06-06 2025-06-09'],
  [
    '2025-09-26',
    '2025-09-28 2025-09-29 2025-09-30 2025-10-09 2025-10-10 2025-10-11 2025-10-13 2025-10-14 2025-10-15 2025-10-16',
  ],
  ['2025-12-30', '2025-12-31 2026-01-04 2026-01-05 2026-01-06 2026-01-07 2026-01-08 2026-01-09 2026-01-12'],
  [
    '2026-02-12',
    '2026-02-13 2026-02-14 2026-02-24 2026-02-25 2026-02-26 2026-02-27 2026-02-28 2026-03-02 2026-03-03 2026-03-04',
  ],
  ['2026-04-02', '2026-04-03 2026-04-07 2026-04-08 2026-04-09 2026-04-10 2026-04-13'],
  ['2026-04-29', '2026-04-30 2026-05-06 2026-05-07 2026-05-08 2026-05-09 2026-05-11 2026-05-12'],
  ['2026-06-17', '2026-06-18 2026-06-22 2026-06-23 2026-06-24 2026-06-25 2026-06-26'],
  [
    '2026-09-17',
    '2026-09-18 2026-09-20 2026-09-21 2026-09-22 2026-09-23 2026-09-24 2026-09-28 2026-09-29 2026-09-30 2026-10-08 2026-10-09 2026-10-10 2026-10-12 2026-10-13',
  ],
];
/** The same arrangements: a last day that falls on each day from the first on, and the day that it rolls to. */
const ROLLED: [first: string, rolled: string][] = [
  ['2025-01-25', '01-26 01-26 01-27 02-05 02-05 02-05 02-05 02-05 02-05 02-05 02-05 02-05 02-06 02-07 02-08 02-10'],
  ['2025-04-03', '04-03 04-07 04-07 04-07 04-07'],
  ['2025-04-26', '04-27 04-27 04-28 04-29 04-30 05-06 05-06 05-06 05-06 05-06 05-06'],
  ['2025-05-30', '05-30 06-03 06-03 06-03 06-03'],
  ['2025-09-27', '09-28 09-28 09-29 09-30 10-09 10-09 10-09 10-09 10-09 10-09 10-09 10-09 10-09 10-10 10-11 10-13'],
  ['2026-01-01', '01-04 01-04 01-04 01-04 01-05'],
  ['2026-02-14', '02-14 02-24 02-24 02-24 02-24 02-24 02-24 02-24 02-24 02-24 02-24'],
  ['2026-04-03', '04-03 04-07 04-07 04-07 04-07'],
  ['2026-05-01', '05-06 05-06 05-06 05-06 05-06 05-06 05-07 05-08 05-09 05-11'],
  ['2026-06-19', '06-22 06-22 06-22 06-22'],
  ['2026-09-19', '09-20 09-20 09-21 09-22 09-23 09-24 09-28 09-28 09-28 09-28'],
  ['2026-10-01', '10-08 10-08 10-08 10-08 10-08 10-08 10-08 10-08 10-09 10-10 10-12'],
];
const MONTHS: [from: string, due: string][] = [
  ['2025-01-29', '2025-02-28'], // February has no 29th, and the 28th is a Friday
  ['2025-08-31', '2025-09-30'],
  ['2025-09-01', '2025-10-09'],
  ['2026-01-15', '2026-02-24'],
  ['2026-01-31', '2026-02-28'], // a Saturday that is worked
  ['2026-03-04', '2026-04-07'],
];

test('200 days around the holidays of 2025 and 2026 are what counting by hand gives', () => {
  let checked = 0;
  for (const [from, following] of WORK_DAYS)
    for (const [i, day] of following.split(' ').entries()) {
      expect([from, i + 1, due('WORK_DAYS', from, i + 1)]).toEqual([from, i + 1, day]);
      checked++;
    }
  for (const [first, rolled] of ROLLED)
    for (const [i, day] of rolled.split(' ').entries()) {
      const last = addDays(first, i);
      expect([last, due('DAYS', addDays(last, -7), 7)]).toEqual([last, `${first.slice(0, 5)}${day}`]);
      checked++;
    }
  for (const [from, day] of MONTHS) {
    expect([from, due('MONTHS', from, 1)]).toEqual([from, day]);
    checked++;
  }
  expect(checked).toBeGreaterThanOrEqual(200);
});

test('what is due the same day is due at the end of that day, or of the next work day when it came on a day off', () => {
  expect(due('WORK_DAYS', '2026-03-10', 0)).toBe('2026-03-10');
  expect(due('WORK_DAYS', '2026-10-03', 0)).toBe('2026-10-08');
});

test('the proof says what was counted and skipped, and why', () => {
  const { dueAt, proof } = dueOf({ counts: 'WORK_DAYS', amount: 3, startedAt: at('2026-09-29', 23) }, published);
  expect(dueAt).toEqual(new Date('2026-10-09T16:00:00Z'));
  expect(proof).toEqual({
    ...{ counts: 'WORK_DAYS', from: '2026-09-29', counted: 3, worked: [], rolledFrom: null, dueOn: '2026-10-09' },
    skipped: [
      { from: '2026-10-01', to: '2026-10-02', why: 'HOLIDAY', name: '国庆节' },
      { from: '2026-10-03', to: '2026-10-04', why: 'WEEKEND', name: null },
      { from: '2026-10-05', to: '2026-10-07', why: 'HOLIDAY', name: '国庆节' },
    ],
    ...{ isProvisional: false, version: 'published' },
  });
  const week = dueOf({ counts: 'DAYS', amount: 7, startedAt: at('2026-02-08') }, published).proof;
  expect(week).toMatchObject({ rolledFrom: '2026-02-15', dueOn: '2026-02-24', counted: 7 });
  expect(dueOf({ counts: 'WORK_DAYS', amount: 2, startedAt: at('2026-02-12') }, published).proof.worked).toEqual([
    { day: '2026-02-14', name: '春节调休上班' },
  ]);
  const later = dueOf({ counts: 'DAYS', amount: 30, startedAt: at('2030-09-10') }, published).proof;
  expect(later).toMatchObject({ isProvisional: true, dueOn: '2030-10-10' });
});

test('an extension is one period with what it extends: the day in between does not roll', () => {
  const reckoned = { counts: 'DAYS', amount: 60, startedAt: at('2026-08-02') } as const;
  expect(dueOf(reckoned, published).proof.dueOn).toBe('2026-10-08'); // the 60th day is 1 October
  expect(dueOf({ ...reckoned, extendedDays: 30 }, published).proof.dueOn).toBe('2026-11-02'); // the 90th is a Saturday, 31 October
});

test('a day that somebody set stands as it was set, days off and all', () => {
  const given = { counts: 'GIVEN', amount: 0, startedAt: at('2026-09-28') } as const;
  expect(dueOf({ ...given, dueOn: '2026-10-04' }, published)).toMatchObject({
    dueAt: endOf('2026-10-04'),
    proof: { counted: 6, rolledFrom: null, skipped: [] },
  });
  expect(dueOf({ ...given, dueOn: '2026-09-01' }, published).proof.dueOn).toBe('2026-09-28'); // none before it began
});

test('every rule may be set from its floor to its ceiling, and its default lies between', () => {
  for (const code of DEADLINE_RULE_CODES) {
    const { amount, floor, ceiling, zh, en, source } = ruleOf(code);
    expect([code, floor <= amount && amount <= ceiling, zh && en && source ? 'said' : '']).toEqual([
      code,
      true,
      'said',
    ]);
  }
});

/** Numbers that come again from their seed. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const texts = new Map<number, string>();
function text(n: number): string {
  const known = texts.get(n) ?? new Date(n * 86_400_000).toISOString().slice(0, 10);
  texts.set(n, known);
  return known;
}
/** Another way to the same day: all days to come as a list of serials, sieved and counted off. */
function byList(reckoned: Reckoned, { days }: NamedCalendar): Date {
  const { counts, amount, startedAt, dueOn, extendedDays = 0, pauses = [] } = reckoned;
  const paused = pauses.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
  if (counts === 'MINUTES') return new Date(startedAt.getTime() + amount * 60_000 + paused);
  const serial = (instant: Date) => Math.floor((instant.getTime() / 3_600_000 + 8) / 24);
  const started = serial(startedAt);
  const isOff = (n: number) => {
    const day = text(n);
    const special = days.get(day);
    if (special !== undefined) return !special;
    return (n + 4) % 7 === 0 || (n + 4) % 7 === 6 || /(01-01|05-0[12]|10-0[123])$/.test(day); // serial 0 was a Thursday
  };
  const stops = pauses.map(({ from, to }) => [serial(from), serial(to)] as const);
  const isPaused = (n: number) => stops.some(([from, to]) => from < n && n <= to);
  // Far enough for the longest: every second day off, three weeks paused twice, a holiday at the end.
  const most = { MONTHS: 31 * amount, GIVEN: 120 }[counts as string] ?? 2 * amount;
  const later = Array.from({ length: most + 2 * extendedDays + 80 }, (_, i) => started + 1 + i);
  let wanted = amount;
  if (counts === 'MONTHS') {
    const [y, m, d] = text(started).split('-').map(Number) as [number, number, number];
    const sameDay = later.find((n) => text(n) >= nextMonth(y, m + amount, d));
    wanted = (sameDay as number) - started;
  }
  if (counts === 'GIVEN') wanted = later.filter((n) => text(n) <= (dueOn as string)).length;
  const countable = later.filter((n) => !isPaused(n) && !(counts === 'WORK_DAYS' && isOff(n)));
  const last = wanted + extendedDays === 0 ? started : (countable[wanted + extendedDays - 1] as number);
  const free =
    counts === 'GIVEN' ? last : [last, ...later.filter((n) => n > last)].find((n) => !isOff(n) && !isPaused(n));
  return new Date(((free as number) + 1) * 86_400_000 - 8 * 3_600_000);
}
function nextMonth(y: number, m: number, d: number): string {
  const [year, month] = [y + Math.floor((m - 1) / 12), ((m - 1) % 12) + 1];
  const length = [31, year % 4 ? 28 : 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(d, length)).padStart(2, '0')}`;
}

/** Any deadline, and any calendar to reckon it by. */
function anyDeadline(roll: (below: number) => number): [Reckoned, NamedCalendar] {
  const days = new Map(roll(4) ? published.days : []);
  for (let n = roll(6); n > 0; n--) days.set(addDays('2025-06-01', roll(900)), roll(2) === 1);
  const startedAt = new Date(Date.UTC(2025, 0, 1) + roll(900 * 1_440) * 60_000);
  const counts = COUNTINGS[roll(COUNTINGS.length)] as Reckoned['counts'];
  const amount = { MONTHS: 1 + roll(12), MINUTES: roll(600) }[counts as string] ?? roll(91);
  const dueOn = addDays(dayOf(startedAt), roll(120));
  const extendedDays = roll(3) ? 0 : roll(31);
  const reckoned = { counts, amount, startedAt, dueOn, extendedDays, pauses: anyPauses(roll, startedAt) };
  return [reckoned, { days, names: published.names, version: '' }];
}
function anyPauses(roll: (below: number) => number, startedAt: Date): Pause[] {
  let to = +startedAt;
  return Array.from({ length: roll(3) }, () => {
    const from = to + roll(30 * 1_440) * 60_000;
    to = from + roll(20 * 1_440) * 60_000;
    return { from: new Date(from), to: new Date(to) };
  });
}

const AGAINST = 20_000;
test(`${AGAINST} deadlines with any start, rule, amount, calendar and pauses are what another way of counting gives`, () => {
  const seed = Number(process.env.DEADLINE_SEED ?? Date.now() % 1e9);
  const roll = dice(seed);
  for (let i = 0; i < AGAINST; i++) {
    const [reckoned, calendar] = anyDeadline(roll);
    const [dueAt, other] = [dueOf(reckoned, calendar).dueAt, byList(reckoned, calendar)];
    if (+dueAt !== +other) expect({ seed, i, reckoned, dueAt }).toEqual({ seed, i, reckoned, dueAt: other });
  }
});
