import { keysOf } from '@lxq/schema/search/search-tokens.ts';
import { pick, type Random, randomFrom, uuidAt } from './random.ts';
import { type CopiedRow, copiedRow, type Row } from './rows.ts';
import { DAY, HOUR, shanghaiDay, timeOn } from './working-hours.ts';

/** A county that is to have so many reports, more than the generators find words for. */
export interface Again {
  countyCode: number;
  reports: number;
  /** Of each only the beginning of what was told, and nothing to search. */
  isShort: boolean;
  /** Sentences of which one may be added, each to a part of all that is told again. */
  asides: readonly (readonly [share: number, sentence: string])[];
}
/** A report that is told, with its line for COPY in either table once it has a number. */
export interface Told {
  at: number;
  id: string;
  townshipCode: number;
  isSealed: boolean;
  lines(serial: number): { report: string; search: string };
}
/** A report as it was told first, ready to be told once more on another day. */
interface First {
  at: number;
  daysAgo: number;
  row: Row;
  report: CopiedRow;
  /** What it would be had it been returned, and never sent again. */
  returned: CopiedRow;
  search: { write: CopiedRow; haystack: string; keys: string } | null;
}

/** What is older has been settled. */
const SETTLED_DAYS = 45;
const RETURNED = 0.02;
/** Nobody was called for what is told again, nor is there what it was merged into. */
const ONCE = new Set<unknown>(['URGENT', 'MERGED']);

/**
 * A county's reports of a day: those of its rows, and as many others as it takes for `reports` to be spread evenly over the days,
 * when it is asked for the oldest day first. The others are told again: one of the rows, moved by whole days, so that hours, work
 * days and what is due together stay as they were. Whatever waits is told again on its own day only.
 */
export function tellingAgain(again: Again, rows: readonly Row[], searches: readonly Row[], now: Date) {
  const random = randomFrom(`${again.countyCode} again`);
  const midnight = timeOn(shanghaiDay(+now), 24);
  const searchOf = new Map(searches.map((row) => [row.report_id, row]));
  const firsts = rows.map((row) => firstOf(again, row, searchOf.get(row.id), midnight));
  const byDay = Map.groupBy(firsts, ({ daysAgo }) => daysAgo);
  const pool = firsts.filter(({ row }) => !ONCE.has(row.state));
  const settled = pool.filter(({ daysAgo }) => daysAgo > SETTLED_DAYS);
  const poolByDay = Map.groupBy(pool, ({ daysAgo }) => daysAgo);
  const asides = again.asides.map(([share, text]) => ({ share, text, keys: keysOf(again.countyCode, text) }));
  const context = { county: again.countyCode, random, asides };
  let left = Math.max(0, again.reports - firsts.length);
  return (daysAgo: number): Told[] => {
    const isOld = daysAgo > SETTLED_DAYS;
    const known = isOld ? settled : (poolByDay.get(daysAgo) ?? []);
    const count = known.length ? Math.round(left / (daysAgo + 1)) : 0;
    left -= count;
    const others = Array.from({ length: count }, () => {
      const first = pick(random, known);
      const isReturned = isOld && random.next() < RETURNED;
      return toldAgain(first, { ...context, days: first.daysAgo - daysAgo, isReturned });
    });
    return [...(byDay.get(daysAgo) ?? []).map(toldFirst), ...others];
  };
}

function firstOf({ countyCode, isShort }: Again, told: Row, search: Row | undefined, midnight: number): First {
  const at = Date.parse(told.submitted_at as string);
  const row = isShort ? { ...told, content: (told.content as string).slice(0, 40) } : told;
  const outcome = { state: 'RETURNED', return_reason: '请补充涉及户数和具体位置', answer: null };
  const returned = copiedRow({ ...row, ...outcome, answered_at: null, digested_at: null });
  const first = { at, daysAgo: Math.floor((midnight - at) / DAY), row, report: copiedRow(row), returned };
  if (isShort || !search) return { ...first, search: null };
  const haystack = (search.haystack as string).replace(/ [^ ]*$/, ''); // the number at its end is each one's own
  return { ...first, search: { write: copiedRow(search), haystack, keys: keysOf(countyCode, haystack).join() } };
}

const toldFirst = ({ at, row, report, search }: First): Told => ({
  at,
  id: row.id as string,
  ...whose(row),
  lines: () => ({ report: report(0, {}), search: search?.write(0, {}) ?? '' }),
});

const whose = ({ unit_code, line }: Row) => ({
  townshipCode: Math.floor(Number(unit_code) / 1_000_000) * 1_000_000,
  isSealed: line === 'SEALED',
});

interface Telling {
  county: number;
  random: Random;
  asides: readonly Aside[];
  days: number;
  isReturned: boolean;
}
interface Aside {
  share: number;
  text: string;
  keys: number[];
}

function toldAgain({ at: before, row, report, returned, search }: First, telling: Telling): Told {
  const { county, random, days, isReturned } = telling;
  const shift = days * DAY;
  const at = before + shift - Math.floor(random.next() * HOUR); // not all in the same instant
  const [id, clientId] = [uuidAt(random, at), uuidAt(random, at - 90_000)];
  const { text, keys } = asideOf(telling);
  return {
    at,
    id,
    ...whose(row),
    lines: (serial) => {
      const when = new Date(at).toISOString();
      const no = `${shanghaiDay(at).slice(0, 4)}-${String(serial).padStart(6, '0')}`;
      const own = { id, serial, client_id: clientId, submitted_at: when, content: `${row.content}${text}` };
      const found = search && {
        haystack: `${text} ${search.haystack} ${no}`,
        keys: `{${[search.keys, ...keys, ...keysOf(county, no)].join()}}`,
      };
      return {
        report: (isReturned ? returned : report)(shift, own),
        search: search?.write(shift, { report_id: id, submitted_at: when, ...found }) ?? '',
      };
    },
  };
}

/** At most one of them a report. */
function asideOf({ asides, random }: Telling): Pick<Aside, 'text' | 'keys'> {
  let left = random.next();
  for (const aside of asides) {
    left -= aside.share;
    if (left < 0) return aside;
  }
  return { text: '', keys: [] };
}
