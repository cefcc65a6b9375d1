import { isDeepStrictEqual } from 'node:util';
import type { Calendar } from '@lxq/schema/calendar.ts';
import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import type { Line } from '@lxq/schema/reports/report-states.ts';
import { haystackOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import { LRUCache } from 'lru-cache';
import type { Place } from '../../network/places/place.entity.ts';
import { LOCKED } from '../../platform/contract/errors.ts';
import { wake } from '../../platform/live/wake.ts';
import { type Database, noteFailure } from '../../platform/scope/database.ts';
import type { Rights } from '../../platform/scope/rights.ts';
import type { Report } from '../report.entity.ts';
import { rowOf } from './new-report.ts';

/** A report with what its storing has to confirm: app.submit_reports leaves it out when anything is not so. */
export interface Arrival {
  report: Report;
  rights: Rights;
  due: Due;
  place: KnownPlace;
  unit: KnownPlace;
}
/** The day on which something is due that came in on a day, as the calendar was when this was reckoned. */
export interface Due {
  today: string;
  day: string;
  at: Date;
  /** The days between that differ from the week's habit, as app.submit_reports writes them. */
  special: string;
}
/** A place's names as one text, as search has it, and as search's keys. */
export interface KnownPlace {
  names: string;
  haystack: string;
  keys: readonly number[];
}

/** What a report has only once it is stored: an accusation is sealed, whatever line was chosen. */
export type Stored = Pick<Report, 'serial' | 'line'>;

interface Waiting {
  arrival: Arrival;
  settle(stored: Stored | null): void;
  refuse(error: Error): void;
}

interface Answer {
  ids: string[] | null;
  serials: string[];
  lines: Line[];
}

/** More than this wait for the next transaction. */
const MOST_TOGETHER = 64;
/** While one transaction is written to disk, the next is made. */
const MOST_AT_ONCE = 2;

/**
 * Stores together, in one transaction, the reports that arrive while the one before is being stored: under load a statement, a
 * commit and a flush to disk serve many (docs/decisions/0019).
 */
class Intake {
  private readonly database: Database;
  private readonly waiting: Waiting[] = [];
  /** Counties whose counter could not be had the last time. */
  private readonly held = new Set<number>();
  private running = 0;
  private isCalled = false;
  private calendar?: Calendar;
  private dueOn?: Due;
  /** By code; of two counties with one code the later is kept. */
  private readonly places = new LRUCache<number, KnownPlace & { countyCode: number }>({ max: 20_000 });

  constructor(database: Database) {
    this.database = database;
  }

  /** What storing gave the report, once it is on disk; null when it is not stored, and has to be looked at alone. Throws when that would be in vain. */
  take(arrival: Arrival): Promise<Stored | null> {
    return new Promise((settle, refuse) => {
      this.waiting.push({ arrival, settle, refuse });
      this.call();
    });
  }

  /** Remembers what a report that went alone has read; nothing is answered from it unconfirmed. */
  learn(calendar: Calendar, places: readonly Place[]): void {
    this.calendar = calendar;
    // The same object as long as it says the same: a group has one.
    if (this.dueOn && !isDeepStrictEqual(this.dueOn, dueAfter(this.dueOn.today, calendar))) this.dueOn = undefined;
    for (const { countyCode, code, fullName, pinyin, initials } of places) {
      const names = `${fullName} ${pinyin} ${initials}`;
      const haystack = haystackOf([names]);
      this.places.set(code, { countyCode, names, haystack, keys: keysOf(countyCode, haystack) });
    }
  }
  placeOf(countyCode: number, code: number): KnownPlace | undefined {
    const known = this.places.get(code);
    return known?.countyCode === countyCode ? known : undefined;
  }
  /** Triage is due at the end of the next work day (R30). */
  dueAfter(now: Date): Due | undefined {
    const today = dayOf(now);
    if (this.dueOn?.today !== today && this.calendar) this.dueOn = dueAfter(today, this.calendar);
    return this.dueOn;
  }

  private call(): void {
    if (this.isCalled || this.running >= MOST_AT_ONCE) return;
    this.isCalled = true;
    // After the requests that this turn of the event loop still reads.
    setImmediate(() => {
      this.isCalled = false;
      void this.storeNext();
    });
  }
  private async storeNext(): Promise<void> {
    const group = this.nextGroup();
    if (!group.length) return;
    this.running++;
    try {
      const stored = await this.store(group.map(({ arrival }) => arrival));
      for (const { arrival } of group) this.held.delete(arrival.report.countyCode);
      for (const { arrival, settle } of group) settle(stored.get(arrival.report.id) ?? null);
    } catch (error) {
      this.failed(group, error as Error);
    } finally {
      this.running--;
    }
    if (this.waiting.length) this.call();
  }
  /** Of one day and one calendar. A county whose counter somebody holds makes no other wait. */
  private nextGroup(): Waiting[] {
    const first = this.waiting[0]?.arrival;
    if (!first) return [];
    const { countyCode } = first.report;
    const goes = ({ due, report }: Arrival) =>
      due === first.due &&
      (report.countyCode === countyCode || !(this.held.has(countyCode) || this.held.has(report.countyCode)));
    const several = this.waiting.splice(0, MOST_TOGETHER);
    this.waiting.unshift(...several.filter(({ arrival }) => !goes(arrival)));
    return several.filter(({ arrival }) => goes(arrival));
  }
  private failed(group: readonly Waiting[], error: Error): void {
    this.database.onError(error);
    noteFailure(this.database, error);
    if ((error as { code?: string }).code !== LOCKED) {
      for (const { settle } of group) settle(null); // says nothing of a single report: each is looked at alone
      return;
    }
    const counties = new Set(group.map(({ arrival }) => arrival.report.countyCode));
    for (const county of counties) this.held.add(county);
    if (counties.size > 1) return void this.waiting.unshift(...group);
    // Whoever waits behind would wait in vain as well.
    const isHeld = ({ arrival }: Waiting) => counties.has(arrival.report.countyCode);
    const refused = [...group, ...this.waiting.filter(isHeld)];
    this.waiting.splice(0, this.waiting.length, ...this.waiting.filter((one) => !isHeld(one)));
    for (const { refuse } of refused) refuse(error);
  }

  private async store(arrivals: readonly Arrival[]): Promise<Map<string, Stored>> {
    const [{ due }] = arrivals as [Arrival];
    // In one order: two transactions with the same drafts must not wait for each other.
    const group = arrivals.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    this.database.statements++;
    this.database.waits++;
    const { rows } = await this.database.pool('OFFICER').query<Answer>({
      name: 'submit_reports',
      text: 'select ids, serials, lines from app.submit_reports($1, $2, $3, $4)',
      values: [JSON.stringify(group.map(draftOf)), due.today, due.day, due.special],
    });
    const [{ ids, serials, lines }] = rows as [Answer];
    if (ids) wake(this.database);
    return new Map(ids?.map((id, i) => [id, { serial: Number(serials[i]), line: lines[i] as Line }]));
  }
}

function dueAfter(today: string, calendar: Calendar): Due {
  const day = workDay(today, 1, calendar);
  const special = [...calendar]
    .filter(([at]) => at > today && at <= day)
    .map(([at, isWorkday]) => `${at}=${isWorkday}`);
  return { today, day, at: endOf(day), special: special.sort().join(',') };
}

const keyOf = ({ report }: Arrival) => report.authorId + report.clientId;

function draftOf(arrival: Arrival) {
  const { report, rights, place, unit } = arrival;
  return {
    ...rowOf(report),
    author_name: rights.personName,
    author_role: rights.role,
    area_code: rights.areaCode,
    token_hash: rights.tokenHash,
    place_words: place.names,
    unit_words: unit === place ? null : unit.names,
    ...wordsOf(arrival),
  };
}

/** The report's words without its serial, which it has only once it is stored. */
function wordsOf({ report, place, unit }: Arrival) {
  const { countyCode, content, submittedAt } = report;
  const said = haystackOf([content]);
  const names = place === unit ? place.haystack : `${place.haystack} ${unit.haystack}`;
  const year = `${dayOf(submittedAt).slice(0, 4)}-`;
  const keys = new Set(keysOf(countyCode, `${said} ${year}`));
  for (const key of place.keys) keys.add(key);
  for (const key of unit.keys) keys.add(key);
  return { haystack: `${said} ${names} ${year}`, keys: `{${[...keys]}}` };
}

const intakes = new WeakMap<Database, Intake>();
/** One a process and database. */
export function intakeOf(database: Database): Intake {
  let intake = intakes.get(database);
  if (!intake) {
    intake = new Intake(database);
    intakes.set(database, intake);
  }
  return intake;
}
