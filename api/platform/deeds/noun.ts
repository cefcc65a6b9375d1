import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import { type Machine, stateAfter, type Unmet, unmetOf } from '@lxq/schema/transitions.ts';
import type { EntityClass } from '@mikro-orm/postgresql';
import { type CodedError, checkVersion, notFound, refused } from '../contract/errors.ts';
import { tell, tellMany } from '../live/event.service.ts';
import type { Scope } from '../scope/scope.ts';
import { isUuid } from '../tables/ids.ts';
import { type DeedDone, record, recordMany } from './audit.service.ts';
import type { About, Ears, Sight, Subject } from './subject.ts';
import { follow as followUp } from './when-done.ts';

export interface Thing<State extends string> {
  countyCode: number;
  id: string;
  state: State;
  version?: number;
}
type Awaitable<T> = T | Promise<T>;

/** Who may read of a thing in its history, and who hears of it. */
export interface Seen<Row> {
  /** Its word in audit lines and events. */
  subject: string;
  seen(row: Row, scope: Scope): Sight;
  /** Whose its history is, where not of all who hear of it. */
  history?: Ears;
  /** Units outside its line that take part in it, and so hear of it. */
  hearers?(row: Row): readonly number[];
}

/** What a noun says once, so that each of its deeds is a row of its machine. */
export interface Noun<Row extends Thing<State>, Deed extends string, State extends string, Facts> extends Seen<Row> {
  machine: Machine<Deed, State, Facts>;
  entity: EntityClass<Row>;
  /** What it is called where it is not found: 该信息, report. */
  names: readonly [zh: string, en: string];
  /** Whether the row is held from its finding to the end; otherwise the later of two versions is refused when it is written. */
  isHeld: boolean;
  facts(scope: Scope, deed: Deed, row: Row): Awaitable<Facts & { state: State }>;
  /** What a deed brings about beside its row, in the same transaction: what is owed from now on, and what no longer. */
  follow?(scope: Scope, deed: Deed, row: Row): Awaitable<unknown>;
  /** What goes with every change of state. */
  stamp?(scope: Scope): Partial<Row>;
  /** What somebody is told whose screen was older than the row. */
  overtaken?(scope: Scope, row: Row): Promise<CodedError>;
}

/** What one deed does beyond its state. */
export interface Doing<Row> {
  change?: Partial<Row> | ((row: Row) => Awaitable<Partial<Row>>);
  /** Words for its line in the audit. */
  note?: string | null;
  /** What an undoing needs to put back, taken before the change. */
  detail?: (row: Row) => unknown;
  /** Guards that only the service can ask. */
  unmet?: readonly Unmet[];
  /** Its line in the audit comes from elsewhere, in the same transaction. */
  isNotedElsewhere?: boolean;
}

/** The row as the unit of work has it; invisible and absent are the same. */
export async function find<Row extends Thing<State>, Deed extends string, State extends string, Facts>(
  scope: Scope,
  noun: Noun<Row, Deed, State, Facts>,
  id: string,
  version?: number | null,
): Promise<Row> {
  const key = { countyCode: scope.county, id } as Partial<Row>;
  const row = isUuid(id) ? await scope.work.find(noun.entity, key, { isHeld: noun.isHeld }) : null;
  if (!row) throw notFound(...noun.names);
  if (noun.overtaken && version != null && row.version !== version) throw await noun.overtaken(scope, row);
  checkVersion(row as { version: number }, version);
  return row;
}

export const unmetBy = async <Row extends Thing<State>, Deed extends string, State extends string, Facts>(
  scope: Scope,
  noun: Noun<Row, Deed, State, Facts>,
  deed: Deed,
  row: Row,
): Promise<Unmet[]> => unmetOf(noun.machine, deed, await noun.facts(scope, deed, row), scope.rights);

/** Every unmet guard refuses; then change, audit line, event and what follows go into one transaction. */
export async function move<Row extends Thing<State>, Deed extends string, State extends string, Facts>(
  scope: Scope,
  noun: Noun<Row, Deed, State, Facts>,
  deed: Deed,
  row: Row,
  { change, note, detail, unmet = [], isNotedElsewhere }: Doing<Row> = {},
): Promise<Row> {
  const facts = await noun.facts(scope, deed, row);
  const missing = [...unmetOf(noun.machine, deed, facts, scope.rights), ...unmet];
  if (missing.length) throw refused(missing);
  const fromState = row.state;
  const before = detail?.(row);
  const changed = typeof change === 'function' ? await change(row) : change;
  Object.assign(row, changed, { state: stateAfter(noun.machine, deed, { ...facts, ...changed }) });
  if (row.state !== fromState) Object.assign(row, noun.stamp?.(scope));
  await scope.work.flush();
  const { tells } = noun.machine[deed];
  await Promise.all([
    isNotedElsewhere || noteOf(scope, noun, row, { deed, fromState, toState: row.state, note, detail: before }),
    tells && tellOf(scope, noun, row, tells as ChangeKind),
    noun.follow?.(scope, deed, row),
  ]);
  scope.refresh();
  await followUp(scope, noun.subject, deed, row);
  return row;
}

const subjectOf = <Row extends { id: string }>(scope: Scope, noun: Seen<Row>, row: Row): Subject => ({
  ...{ subject: noun.subject, subjectId: row.id },
  ...noun.seen(row, scope),
});
const historyOf = <Row extends { id: string }>(scope: Scope, noun: Seen<Row>, row: Row): Subject => {
  const subject = subjectOf(scope, noun, row);
  return { ...subject, ears: noun.history ?? subject.ears };
};

/** A line in the history of a thing. */
export const noteOf = <Row extends { id: string }>(scope: Scope, noun: Seen<NoInfer<Row>>, row: Row, done: DeedDone) =>
  record(scope, historyOf(scope, noun, row), done);
/** Everybody who may see it hears. */
export const tellOf = async <Row extends { id: string }>(
  scope: Scope,
  noun: Seen<NoInfer<Row>>,
  row: Row,
  kind: ChangeKind,
): Promise<void> => {
  await tell(scope, kind, subjectOf(scope, noun, row));
  await tellUnits(scope, noun, row, { kind, units: noun.hearers?.(row) ?? [] });
};
/** A thing comes about: its row, the first line of its history, and an event. */
export async function begin<Row extends Thing<State>, Deed extends string, State extends string, Facts>(
  scope: Scope,
  noun: Noun<Row, Deed, State, Facts>,
  row: NoInfer<Partial<Row>>,
  { deed, tells }: { deed: string; tells: ChangeKind },
): Promise<Row> {
  const made = await scope.work.add(noun.entity, row);
  await scope.work.flush();
  await noteOf(scope, noun, made, { deed, toState: made.state });
  await tellOf(scope, noun, made, tells);
  scope.refresh();
  return made;
}
/** Units that take part, or no longer do, each by a copy of its own. */
export async function tellUnits<Row extends { id: string }>(
  scope: Scope,
  noun: Seen<NoInfer<Row>>,
  row: Row,
  { kind, units }: { kind: ChangeKind; units: readonly number[] },
): Promise<void> {
  const copy = { subject: noun.subject, subjectId: row.id, ears: 'UNIT' } as const;
  if (units.length)
    await tellMany(
      scope,
      kind,
      units.map((unitCode) => ({ ...copy, unitCode })),
    );
}

/** What happens to many at once, and of what else that is. */
interface Happening<Row> {
  done?: (row: Row) => DeedDone;
  tells?: ChangeKind;
  about?: About;
  /** Whose the events are within the county, where not as the thing itself. */
  ears?: Ears;
}
/** Lines in the history of many things, and an event for each, by a statement or two. */
export async function noteMany<Row extends { id: string }>(
  scope: Scope,
  noun: Seen<NoInfer<Row>>,
  rows: readonly Row[],
  { done, tells, about, ears }: Happening<NoInfer<Row>>,
): Promise<void> {
  const among = (subject: Subject) => ({ ...subject, about: { ...subject.about, ...about } });
  await Promise.all([
    done &&
      recordMany(
        scope,
        rows.map((row) => [among(historyOf(scope, noun, row)), done(row)] as const),
      ),
    tells &&
      tellMany(
        scope,
        tells,
        rows.map((row) => ({ ...among(subjectOf(scope, noun, row)), ...(ears && { ears }) })),
      ),
  ]);
}

interface Asked<Row> extends Doing<Row> {
  id: string;
  version?: number | null;
}
/** Finds, moves and answers: the way every deed goes that has nothing more to look at. */
export const carry = async <Row extends Thing<State>, Deed extends string, State extends string, Facts>(
  scope: Scope,
  noun: Noun<Row, Deed, State, Facts>,
  deed: Deed,
  { id, version, ...doing }: Asked<Row>,
): Promise<Row> => move(scope, noun, deed, await find(scope, noun, id, version), doing);
