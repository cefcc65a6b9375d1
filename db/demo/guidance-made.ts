import type { Desk } from './desk.ts';
import type { Post } from './people.ts';
import { between, uuidAt } from './random.ts';
import type { Row } from './rows.ts';
import type { Line } from './way.ts';

/** What an order, a censure or a theme of the demo begins with. */
export interface Made {
  countyCode: number;
  drafter: Post;
  at: number;
  desk: Desk;
}
/** Its row, and its lines in the audit. */
export interface Standing {
  row: Row & { id: string };
  audit: Row[];
}

export const opened = (at: number, deed: string, to: string, actor: Post): Line => ({
  at,
  deed,
  from: null,
  to,
  actor,
});
/** When a deed was done first. */
export const dateOf = (lines: readonly Line[], deed: string): Date | null => {
  const line = lines.find((each) => each.deed === deed);
  return line ? new Date(line.at) : null;
};
/** What is there once a deed was done. */
export const once = <Value>(deeds: readonly string[], deed: string, value: Value): Value | null =>
  deeds.includes(deed) ? value : null;

interface Of {
  subject: string;
  id: string;
  unit: number;
  ears: string;
}
export const lineRow = (
  { countyCode, desk: { random } }: Made,
  { subject, id, unit, ears }: Of,
  { at, deed, from, to, actor, note }: Line,
): Row => ({
  ...{ county_code: countyCode, id: uuidAt(random, at + between(random, 0, 500)), unit_code: unit, at: new Date(at) },
  ...{ subject, subject_id: id, about: '{}', deed, from_state: from, to_state: to, actor_id: actor.person.id },
  ...{ actor_name: actor.person.name, actor_role: actor.role, actor_capacity: actor.capacity ?? null },
  ...{ actor_unit_code: actor.unitCode, note: note ?? null, author_id: null, line: 'LINE', ears },
});
