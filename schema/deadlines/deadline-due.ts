import {
  addDays,
  dayOf,
  endOf,
  fixedHoliday,
  isProvisional,
  isWeekday,
  isWorkDay,
  type NamedCalendar,
} from '../calendar.ts';
import type { Counting } from './deadline-rules.ts';

/** A span that does not count; half open, in instants. */
export interface Pause {
  from: Date;
  to: Date;
}
/** What a deadline is reckoned from. */
export interface Reckoned {
  counts: Counting;
  startedAt: Date;
  amount: number;
  /** Where somebody set the day. */
  dueOn?: string | null;
  /** Days that were granted on top, counted as the rule counts. */
  extendedDays?: number;
  pauses?: readonly Pause[];
}

export const SKIPPED = ['WEEKEND', 'HOLIDAY', 'PAUSED'] as const;
export type Why = (typeof SKIPPED)[number];
/** Days on end that did not count, for one reason. */
export interface SkippedSpan {
  from: string;
  to: string;
  why: Why;
  /** The holiday's. */
  name: string | null;
}
/** How a deadline came about, so that anybody can count it again. */
export interface Proof {
  counts: Counting;
  /** Not counted itself. */
  from: string;
  counted: number;
  skipped: SkippedSpan[];
  /** Weekends worked in exchange, which counted. */
  worked: { day: string; name: string }[];
  /** The last day as counted, where it was a day off. */
  rolledFrom: string | null;
  dueOn: string;
  /** The holidays of its year are not published. */
  isProvisional: boolean;
  /** Of the calendar. */
  version: string;
}
export interface Due {
  dueAt: Date;
  proof: Proof;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The same day of a later month, or that month's last where it has none such. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/**
 * When it is due: at the end of a day in Asia/Shanghai, but for minutes. The first day is not counted, the last one rolls off days off. A paused
 * span takes out the days after the one it began on, up to the one it ended on. An extension is one period with what it extends.
 */
export function dueOf(reckoned: Reckoned, calendar: NamedCalendar): Due {
  const { counts, startedAt, amount, pauses = [] } = reckoned;
  const from = dayOf(startedAt);
  if (counts !== 'MINUTES') return dueOnDay(reckoned, from, calendar);
  const paused = pauses.reduce((sum, pause) => sum + (+pause.to - +pause.from), 0);
  const dueAt = new Date(+startedAt + amount * MINUTE_MS + paused);
  const told = { counts, from, counted: amount, dueOn: dayOf(dueAt), version: calendar.version };
  return { dueAt, proof: { ...told, skipped: [], worked: [], rolledFrom: null, isProvisional: false } };
}

function dueOnDay(reckoned: Reckoned, from: string, calendar: NamedCalendar): Due {
  const { counts, pauses = [] } = reckoned;
  const whyOff = (day: string) => offOf(day, calendar);
  const spans = pauses.map((pause) => [dayOf(pause.from), dayOf(pause.to)] as const);
  const whyPaused = (day: string): Off | null =>
    spans.some(([after, until]) => day > after && day <= until) ? { why: 'PAUSED', name: null } : null;
  const whySkipped = (day: string) => whyPaused(day) ?? (counts === 'WORK_DAYS' ? whyOff(day) : null);

  const skipped: SkippedSpan[] = [];
  const worked: Proof['worked'] = [];
  const wanted = daysOf(reckoned, from);
  let day = from;
  for (let counted = 0; counted < wanted; ) {
    day = addDays(day, 1);
    const off = whySkipped(day);
    if (off) note(skipped, day, off);
    else counted++;
    if (!off && counts === 'WORK_DAYS' && !isWeekday(day)) worked.push({ day, name: calendar.names.get(day) ?? '' });
  }
  const last = day;
  // A day that somebody set stands as it was set.
  for (
    let off = counts === 'GIVEN' ? null : (whyPaused(day) ?? whyOff(day));
    off;
    off = whyPaused(day) ?? whyOff(day)
  ) {
    note(skipped, day, off);
    day = addDays(day, 1);
  }
  const told = { counts, from, counted: wanted, skipped, worked, dueOn: day, version: calendar.version };
  const rolledFrom = day === last ? null : last;
  return { dueAt: endOf(day), proof: { ...told, rolledFrom, isProvisional: isProvisional(day, calendar.days) } };
}

/** How many days are to be counted. */
function daysOf({ counts, amount, dueOn, extendedDays = 0 }: Reckoned, from: string): number {
  const own =
    counts === 'MONTHS'
      ? daysBetween(from, addMonths(from, amount))
      : counts === 'GIVEN'
        ? Math.max(0, daysBetween(from, dueOn ?? from))
        : amount;
  return own + extendedDays;
}

type Off = Pick<SkippedSpan, 'why' | 'name'>;
/** Why nobody works on a day, or null. */
function offOf(day: string, { days, names }: NamedCalendar): Off | null {
  if (isWorkDay(day, days)) return null;
  const name = names.get(day) ?? (isWeekday(day) ? fixedHoliday(day) : undefined);
  return name === undefined ? { why: 'WEEKEND', name: null } : { why: 'HOLIDAY', name };
}

function note(spans: SkippedSpan[], day: string, { why, name }: Off): void {
  const last = spans.at(-1);
  if (last && last.why === why && last.name === name && addDays(last.to, 1) === day) last.to = day;
  else spans.push({ from: day, to: day, why, name });
}
