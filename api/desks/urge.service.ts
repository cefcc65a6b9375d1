import { minuteOf } from '@lxq/schema/calendar.ts';
import { urgeAgainAt } from '@lxq/schema/desks/urging.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import { badInput } from '../platform/contract/errors.ts';
import { filled } from '../platform/contract/words.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import type { Thing } from './assignment.service.ts';
import { DESK_WORDS } from './desk.words.ts';
import type { Urge } from './urge.entity.ts';

/** What keeps it from being urged now: that it was, not long ago. To be asked while the thing is held. */
export async function tooSoon(scope: Scope, subjectId: string): Promise<Unmet[]> {
  const last = await scope.row<Urge>(
    'select * from urge where county_code = $1 and subject_id = $2 order by urged_at desc limit 1',
    [scope.county, subjectId],
  );
  const next = last && urgeAgainAt(last.urgedAt, await calendarOf(scope));
  if (!next || next <= scope.now) return [];
  return [unmet('cooldown', ...filled(DESK_WORDS.urgedAlready, { at: minuteOf(last.urgedAt), next: minuteOf(next) }))];
}

/** An optional sentence, trimmed. */
export function checkUrging(text: string | null | undefined): string | null {
  const said = text?.trim() || null;
  if (said && visibleLength(said) > LIMITS.urge.text.max) throw badInput('text', ...DESK_WORDS.urgeLong);
  return said;
}

export async function urge(scope: Scope, thing: Thing, unitCode: number, text: string | null): Promise<void> {
  const { personId: byId, personName: byName } = scope.rights;
  const urge = { countyCode: scope.county, id: newId(), unitCode, ...thing, text, byId, byName };
  await scope.insert('urge', { ...urge, urgedAt: scope.now });
}

/** A clerk of the station that is urged has opened it; false where that is known, or nobody urges it. */
export async function read(scope: Scope, subjectId: string): Promise<boolean> {
  const rows = await scope.rows(
    'update urge set read_at = $3 where county_code = $1 and subject_id = $2 and read_at is null returning id',
    [scope.county, subjectId, scope.now],
  );
  return rows.length > 0;
}

/** Of each thing the newest. */
export const urgeOf = (scope: Scope) =>
  scope.loader<string, Urge>('urges', async (ids) => {
    const rows = await scope.rows<Urge>(
      `select distinct on (subject_id) * from urge where county_code = $1 and subject_id = any($2::uuid[])
       order by subject_id, urged_at desc`,
      [scope.county, ids],
    );
    const found = new Map(rows.map((row) => [row.subjectId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
