import { type Actor, type Machine, stateAfter, unmetOf } from '@lxq/schema/transitions.ts';
import type { Desk } from './desk.ts';
import type { Post } from './people.ts';
import type { Random } from './random.ts';
import { HOUR, whenOpen } from './working-hours.ts';

/** A line of the audit, before it is a row. */
export interface Line {
  at: number;
  deed: string;
  from: string | null;
  to: string | null;
  actor: Post;
  note?: string | null | undefined;
}

/** A thing on its way through its machine. */
export interface Moving<State extends string> {
  state: State;
  stateSince: number;
  lines: Line[];
  /** Changes since it was made, as its version counts them. */
  changes: number;
}

const asked = ({ role, capacity, person, unitCode }: Post): Actor => ({
  ...{ role, capacity: capacity ?? null, personId: person.id, unitCode },
});

interface Going<Facts> {
  facts: Facts;
  actor: Post;
  moment: number;
  /** What the deed sets that decides where it leads. */
  set?: Partial<Facts>;
}

/** Asks the machine, and moves: what nobody may do does not happen here either. */
export function go<Deed extends string, State extends string, Facts extends { state: State }>(
  thing: Moving<State>,
  machine: Machine<Deed, State, Facts>,
  deed: Deed,
  { facts, actor, moment, set }: Going<Facts>,
): Line {
  const missing = unmetOf(machine, deed, facts, asked(actor));
  if (missing.length)
    throw new Error(`${deed} by ${actor.role} where it is ${thing.state}: ${missing.map(({ guard }) => guard)}`);
  const from = thing.state;
  thing.state = stateAfter(machine, deed, { ...facts, ...set });
  if (thing.state !== from) thing.stateSince = moment;
  const line: Line = { at: moment, deed, from, to: thing.state, actor };
  thing.lines.push(line);
  thing.changes++;
  return line;
}

/** Hours that a step usually takes. */
export type Hours = readonly [least: number, most: number];
export const hoursOf = ([least, most]: Hours, random: Random): number =>
  (least + random.next() * (most - least)) * HOUR;

/** When the next step comes; those of a thing that has to come to its state by now are pressed into the time there is. */
export function next(
  moment: number,
  hours: Hours,
  { left, desk, random }: { left: number; desk: Desk; random: Random },
): number {
  const wanted = whenOpen(moment + hoursOf(hours, random), desk.calendar, random);
  return wanted < desk.now ? wanted : moment + (desk.now - moment) / (left + 1);
}
