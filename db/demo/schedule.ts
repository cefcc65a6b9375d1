import type { Draft } from './draft.ts';
import { between, picker, type Random, shuffled } from './random.ts';
import type { Span } from './span.ts';
import { DAY, MINUTE, momentOn, shanghaiDay } from './working-hours.ts';

export interface Told {
  draft: Draft;
  submittedAt: number;
}

const TOLD_AGAIN_DAYS = 12;

/** Gives every draft its instant: matters of a season in their months, what is told again soon after the first time. */
export function schedule(drafts: readonly Draft[], span: Span, now: number, random: Random): Told[] {
  const left = [...span.counts];
  const dayByDraft = new Map<Draft, number>();
  const told: Told[] = [];
  const pickDay = dayPicker(span, left);

  const put = (draft: Draft, wanted: number) => {
    const day = nearest(left, wanted);
    left[day] = (left[day] as number) - 1;
    dayByDraft.set(draft, day);
    told.push({ draft, submittedAt: momentOn(span.days[day] as string, now, random) });
  };
  const pin = (draft: Draft) => {
    const minutes = draft.pin?.minutesAgo ?? 0;
    const at = now - minutes * MINUTE;
    const wanted = Math.max(0, span.days.indexOf(shanghaiDay(at)));
    if (minutes * MINUTE > 2 * DAY) return put(draft, wanted);
    const day = nearest(left, wanted, 2); // it stands on its own day; no other is emptied for it
    left[day] = (left[day] as number) - 1;
    told.push({ draft, submittedAt: at });
  };

  for (const draft of drafts) if (draft.pin) pin(draft);
  const again = Map.groupBy(
    drafts.filter(({ pin: pinned, twin }) => !pinned && twin),
    ({ twin }) => twin as Draft,
  );
  const first = shuffled(
    random,
    drafts.filter(({ pin: pinned, twin }) => !pinned && !twin),
  ).sort((a, b) => rank(a, again) - rank(b, again));
  for (const draft of first) {
    put(draft, pickDay(draft, random));
    for (const twin of again.get(draft) ?? [])
      put(twin, (dayByDraft.get(draft) ?? 0) + between(random, 0, TOLD_AGAIN_DAYS));
  }
  return told.sort((a, b) => a.submittedAt - b.submittedAt);
}

/** The choosy ones first, while every day has room. */
function rank(draft: Draft, again: Map<Draft, Draft[]>): number {
  if (draft.matter.months) return draft.matter.months.length - 20;
  return again.has(draft) ? -1 : 0;
}

function dayPicker({ days, counts }: Span, left: readonly number[]) {
  const pickers = new Map<string, { list: number[]; pickOne: (random: Random) => number }>();
  const allowed = (months: readonly number[] | undefined) => {
    const key = months?.join() ?? '';
    const found = pickers.get(key);
    if (found) return found;
    const list = days.flatMap((day, i) => (!months || months.includes(Number(day.slice(5, 7))) ? [i] : []));
    const made = { list, pickOne: picker(list.length ? list : [days.length - 1], (i) => counts[i] as number) };
    pickers.set(key, made);
    return made;
  };
  return ({ matter }: Draft, random: Random): number => {
    const { list, pickOne } = allowed(matter.months);
    for (let attempt = 0; attempt < 15; attempt++) {
      const day = pickOne(random);
      if ((left[day] as number) > 0) return day;
    }
    return list.find((day) => (left[day] as number) > 0) ?? pickOne(random);
  };
}

/** The wanted day, or the closest one that has room. */
function nearest(left: readonly number[], wanted: number, least = 1): number {
  for (let apart = 0; apart < left.length; apart++) {
    for (const day of [wanted + apart, wanted - apart]) if ((left[day] ?? 0) >= least) return day;
  }
  throw new RangeError('no day has room left');
}
