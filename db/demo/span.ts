import { addDays, type Calendar, dayOf, isWorkDay, tenDays } from '@lxq/schema/calendar.ts';
import type { CountyPlan } from './counties.ts';
import { type Random, shuffled } from './random.ts';

export interface Period {
  from: string;
  to: string;
}

export interface Span {
  days: string[];
  /** Reports of each day; a day of rest far back may have none, so that the days with reports are as many as planned. */
  counts: number[];
  /** The issues' periods, oldest first; the last one is still open. */
  periods: Period[];
}

const LEAST_IN_FIRST_PERIOD = 3;

/** From the first issue's period until now: contiguous ten-day periods, and how many reports each day brings. */
export function makeSpan(plan: CountyPlan, now: Date, calendar: Calendar, random: Random): Span {
  const today = dayOf(now);
  const periods = [tenDays(today)];
  while (periods.length <= plan.issues) periods.unshift(tenDays(addDays((periods[0] as Period).from, -1)));
  const [first] = periods as [Period];
  const wanted = addDays(today, 1 - plan.days);
  const latest = addDays(first.to, 1 - LEAST_IN_FIRST_PERIOD);
  const early = [wanted, latest].sort()[0] as string;
  const start = [first.from, early].sort()[1] as string;
  const days = daysBetween(start, today);
  const weights = days.map((day) => weightOf(day, calendar) * (0.85 + random.next() * 0.3));
  weights[weights.length - 1] = (weights.at(-1) as number) * partOfDay(now);
  for (const at of quietDays(days, calendar, days.length - plan.days, random)) weights[at] = 0;
  return { days, counts: share(plan.reports + plan.sealed, weights), periods };
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Mondays bring what the weekend left; days off bring half. */
const WEEKDAYS = [0.5, 1.2, 1.1, 1.08, 1, 1.05, 0.55];

function weightOf(day: string, calendar: Calendar): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (calendar.get(day) === true) return 1;
  return isWorkDay(day, calendar) ? (WEEKDAYS[weekday] ?? 1) : Math.min(0.5, WEEKDAYS[weekday] ?? 1);
}

/** How much of today's reports have come in, from seven in the morning to seven in the evening. */
function partOfDay(now: Date): number {
  const hour = ((now.getUTCHours() + 8) % 24) + now.getUTCMinutes() / 60;
  return Math.min(1, Math.max(0.12, (hour - 7) / 12));
}

function quietDays(days: readonly string[], calendar: Calendar, count: number, random: Random): number[] {
  const off = days.flatMap((day, i) => (i > 2 && i < days.length - 30 && !isWorkDay(day, calendar) ? [i] : []));
  return shuffled(random, off).slice(0, Math.max(0, count));
}

/** Whole numbers in proportion to the weights that make the total exactly; at least one where there is any weight. */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const counts = exact.map((part, i) => (weights[i] === 0 ? 0 : Math.max(1, Math.floor(part))));
  const order = exact.map((part, i) => ({ i, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest);
  let left = total - counts.reduce((a, b) => a + b, 0);
  for (let at = 0; left !== 0; at = (at + 1) % order.length) {
    const i = (order[at] as { i: number }).i;
    const step = Math.sign(left);
    if (weights[i] === 0 || (counts[i] as number) + step < 1) continue;
    counts[i] = (counts[i] as number) + step;
    left -= step;
  }
  return counts;
}
