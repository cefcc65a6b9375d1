import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { officeOf } from '@lxq/schema/places.ts';
import type { RevisitKind } from '@lxq/schema/revisits/revisit-states.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput } from '../platform/contract/errors.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { carry, find, move, tellUnits } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import { oneOf } from '../platform/tables/words.ts';
import { Revisit } from './revisit.entity.ts';
import { checkedAttempt, checkedOutcome, type RevisitAttempt, type RevisitOutcome } from './revisit.input.ts';
import { revisitNoun } from './revisit.noun.ts';
import { revisitById } from './revisit.read.ts';
import { REVISIT_WORDS } from './revisit.words.ts';

type Follow = (scope: Scope, revisit: Revisit) => Promise<unknown>;
/** What a noun does whose things are revisited. */
export interface Revisited {
  /** Holds the matter, before its revisit is held: whoever moves the matter takes them in this order. */
  held(scope: Scope, subjectId: string): Promise<unknown>;
  /** The villager was heard, or counts as unreachable. */
  heard: Follow;
  /** Another unit revisits, and takes part from now on. */
  given: Follow;
}
const matters = new Map<string, Revisited>();
/** By its word in audit lines and events. */
export const isRevisited = (word: string, revisited: Revisited): void => void matters.set(word, revisited);

export interface Planned {
  subject: string;
  subjectId: string;
  round: number;
  kind: RevisitKind;
  /** Units that act on the matter, or that it is about. */
  barred: readonly number[];
  /** By which rule it is due. */
  rule?: DeadlineRuleCode;
}

/** A revisit is to be made; the county office does it until it says who else. Planned twice in a round, it is one. */
export async function schedule(scope: Scope, { rule, barred, ...of }: Planned): Promise<void> {
  const [id, unitCode] = [newId(), officeOf(scope.county)];
  // Whoever lets the office's revisit begin does not see it, so that nothing is asked back.
  await scope.rows(
    `insert into revisit (county_code, id, unit_code, subject, subject_id, round, kind, state, scheduled_at, barred_unit_codes)
     values ($1, $2, $3, $4, $5, $6, $7, 'SCHEDULED', $8, $9) on conflict do nothing`,
    [
      ...[scope.county, id, unitCode, of.subject, of.subjectId, of.round, of.kind],
      ...[scope.now, JSON.stringify(barred)],
    ],
  );
  const about = { [of.subject]: of.subjectId };
  if (rule) await deadlines.start(scope, { subject: revisitNoun.subject, subjectId: id, rule, unitCode, about });
}

/** Those of a matter that nobody has made yet are not made any more. */
export async function drop(scope: Scope, subjectId: string): Promise<void> {
  const open = await scope.work.all(Revisit, { countyCode: scope.county, subjectId });
  const mayDrop: readonly string[] = revisitNoun.machine.drop.from;
  for (const revisit of open.filter(({ state }) => mayDrop.includes(state))) {
    await move(scope, revisitNoun, 'drop', revisit);
    await deadlines.drop(scope, revisit.id);
  }
}

/** Other units act on the matter now: none of them revisits, nor whoever of them has given one up. */
export const bar = (scope: Scope, subjectId: string, units: readonly number[]) =>
  scope.rows(
    `update revisit set barred_unit_codes = $3 where county_code = $1 and subject_id = $2 and ${oneOf('state', revisitNoun.machine.drop.from)}`,
    [scope.county, subjectId, JSON.stringify(units)],
  );

/** Gives it to a unit, which sees it from now on; who had it does not. */
export async function assign(scope: Scope, { id, version }: Versioned, given: string): Promise<Revisit> {
  await holdMatter(scope, id);
  const revisit = await find(scope, revisitNoun, id, version);
  const unit = await unitByCode(scope).load(checkCode(given, 'unit'));
  if (!unit?.isActive) throw badInput('unit', ...REVISIT_WORDS.noSuchUnit);
  if (revisit.barredUnitCodes.includes(unit.code)) throw badInput('unit', ...REVISIT_WORDS.barred);
  const [before, office] = [revisit.unitCode, officeOf(scope.county)];
  const moved = await move(scope, revisitNoun, 'assign', revisit, { change: { unitCode: unit.code } });
  for (const rule of ['REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_POST_CLOSE'] as const)
    await deadlines.handOver(scope, id, { rule, to: unit.code });
  await matters.get(moved.subject)?.given(scope, moved);
  if (before !== unit.code && before !== office)
    await tellUnits(scope, revisitNoun, moved, { kind: 'REVISIT_ASSIGNED', units: [before] });
  return moved;
}

/** The villager was not reached. */
export async function attempt(scope: Scope, { id, version }: Versioned, given: RevisitAttempt): Promise<Revisit> {
  const tried = { ...checkedAttempt(given), at: scope.now.toISOString(), byName: scope.rights.personName };
  return carry(scope, revisitNoun, 'attempt', {
    ...{ id, version, note: tried.note },
    change: ({ attempts }) => ({ attempts: [...attempts, tried] }),
  });
}

/** What the villager said; its matter goes on by it, or is handled again. */
export async function complete(scope: Scope, { id, version }: Versioned, given: RevisitOutcome): Promise<Revisit> {
  await holdMatter(scope, id);
  const revisit = await find(scope, revisitNoun, id, version);
  const outcome = checkedOutcome(revisit.kind, given);
  const { personId: doneById, personName: doneByName } = scope.rights;
  const moved = await move(scope, revisitNoun, 'complete', revisit, {
    ...{ change: { ...outcome, doneById, doneByName, doneAt: scope.now }, note: outcome.reason || outcome.opinion },
  });
  await done(scope, moved);
  return moved;
}

/** The county lets an unreachable one count. */
export async function count(scope: Scope, { id, version, words }: Given): Promise<Revisit> {
  const { personId: doneById, personName: doneByName } = scope.rights;
  await holdMatter(scope, id);
  const moved = await carry(scope, revisitNoun, 'count', {
    ...{ id, version, note: words, change: { doneById, doneByName, doneAt: scope.now, reason: words } },
  });
  await done(scope, moved);
  return moved;
}

async function holdMatter(scope: Scope, id: string): Promise<void> {
  const revisit = isUuid(id) ? await revisitById(scope).load(id) : null;
  if (revisit) await matters.get(revisit.subject)?.held(scope, revisit.subjectId);
}
async function done(scope: Scope, revisit: Revisit): Promise<void> {
  await deadlines.meet(scope, revisit.id);
  await matters.get(revisit.subject)?.heard(scope, revisit);
}
