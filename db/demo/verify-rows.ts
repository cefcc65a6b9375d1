import { officeOf } from '@lxq/schema/places.ts';
import { CONTENT } from './case-texts.ts';
import type { CountyPlan } from './counties.ts';
import type { Instruction } from './instructions.ts';
import type { Post } from './people.ts';
import { pick, type Random, uuidAt } from './random.ts';
import type { Row } from './rows.ts';

/** Every city leader's instruction that was verified was so by asking the villager (R52): the revisit, and its line in the audit. */
export function verifying(
  { countyCode }: CountyPlan,
  instructions: readonly Instruction[],
  random: Random,
): { revisits: Row[]; audit: Row[] } {
  const asked = instructions.filter(({ way }) => way.verified?.how === 'PHONE');
  const made = asked.map(({ id: subjectId, unitCode, way }) => {
    const begun = way.verifyingAt as number;
    const at = begun + ((way.verified?.at as number) - begun) * 0.8;
    const by = way.lines.find(({ deed }) => deed === 'verify')?.actor as Post;
    const rating = random.next() < 0.8 ? ('SATISFIED' as const) : ('FAIRLY' as const);
    return {
      id: uuidAt(random, begun),
      subjectId,
      unitCode,
      begun,
      at,
      by,
      round: way.returns + 1,
      rating,
      opinion: pick(random, CONTENT[rating]),
    };
  });
  const revisits = made.map(({ id, subjectId, unitCode, begun, at, by, round, rating, opinion }) => ({
    ...{
      county_code: countyCode,
      id,
      unit_code: officeOf(countyCode),
      subject: 'INSTRUCTION',
      subject_id: subjectId,
      round,
    },
    ...{
      kind: 'VERIFY',
      state: 'COMPLETED',
      scheduled_at: new Date(begun),
      barred_unit_codes: JSON.stringify([unitCode]),
    },
    ...{ attempts: '[]', method: 'PHONE', told: '', opinion, is_solved: true, rating },
    ...{ reason: '', done_by_name: by.person.name, done_by_id: by.person.id, done_at: new Date(at) },
    ...{ gave_up_by_id: null, confirmed_by_id: null, version: 2 },
  }));
  const audit = made.map(({ id, subjectId, at, by, opinion }) => ({
    ...{ county_code: countyCode, id: uuidAt(random, at), unit_code: officeOf(countyCode), at: new Date(at) },
    ...{ subject: 'REVISIT', subject_id: id, about: JSON.stringify({ INSTRUCTION: subjectId }), deed: 'complete' },
    ...{ from_state: 'SCHEDULED', to_state: 'COMPLETED', actor_id: by.person.id, actor_name: by.person.name },
    ...{ actor_role: by.role, actor_capacity: by.capacity ?? null, actor_unit_code: by.unitCode, note: opinion },
    ...{ author_id: null, line: 'LINE', ears: 'LEADERS' },
  }));
  return { revisits, audit };
}
