import { endOf, workDay } from '@lxq/schema/calendar.ts';
import {
  CENSURE_MACHINE,
  type CensureDeed,
  type CensureFacts,
  type CensureState,
} from '@lxq/schema/censures/censure-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { clerkOf } from './case-cast.ts';
import type { Desk } from './desk.ts';
import { dateOf, lineRow, type Made, once, opened, type Standing } from './guidance-made.ts';
import * as texts from './guidance-texts.ts';
import type { Post } from './people.ts';
import { uuidAt } from './random.ts';
import { holderOf } from './unit-staff.ts';
import { go, type Moving, next } from './way.ts';
import { shanghaiDay } from './working-hours.ts';

const RIGHTED: readonly CensureDeed[] = ['rectify', 'verify', 'lift'];
const ISSUED: readonly CensureDeed[] = ['approve', 'issue'];
/** Six townships and four county units were censured; what was never issued, or was revoked, is not counted. The seventh township is censured once the server stands (bin/demo-day.ts). */
export const CENSURED_TOWNSHIPS = 6;
export const CENSURE_STORIES: readonly (readonly CensureDeed[])[] = [
  ...Array.from({ length: 5 }, () => [...ISSUED, ...RIGHTED]),
  ...[[...ISSUED, 'appeal', 'uphold', ...RIGHTED] as const, ISSUED, [...ISSUED, 'appeal'] as const],
  ...[[...ISSUED, 'rectify'] as const, [...ISSUED, 'rectify', 'verify'] as const],
  ...[[], ['withdraw'] as const, ['approve'] as const, [...ISSUED, 'appeal', 'revoke'] as const],
];
const WORDS: Partial<Record<CensureDeed, string>> = {
  ...{ appeal: texts.APPEAL, uphold: texts.UPHELD, revoke: texts.REVOKED },
  ...{ rectify: texts.CENSURE_PLAN, verify: texts.CENSURE_FOUND },
};

interface Given {
  deeds: readonly CensureDeed[];
  unit: number;
  text: (typeof texts.CENSURES)[number];
}
function actorOf(deed: CensureDeed, { network }: Desk, unit: number, drafter: Post): Post {
  if (['approve', 'uphold', 'revoke', 'lift'].includes(deed)) return network.office.director;
  if (deed === 'appeal') return holderOf(network, unit, 'PRINCIPAL');
  return deed === 'rectify' ? clerkOf(network, unit) : drafter;
}

export function censureOf(made: Made, { deeds, unit, text }: Given): Standing {
  const { countyCode, drafter, at, desk } = made;
  const { network, random, calendar } = desk;
  const office = officeOf(countyCode);
  const censure: Moving<CensureState> = {
    ...{ state: 'DRAFT', stateSince: at, lines: [opened(at, 'draftCensure', 'DRAFT', drafter)], changes: 0 },
  };
  let moment = at;
  let appealUntil: Date | null = null;
  for (const [i, deed] of deeds.entries()) {
    moment = next(moment, [4, 40], { left: deeds.length - i, desk, random });
    const told = { state: censure.state, unitCode: unit, draftedById: drafter.person.id };
    const facts: CensureFacts = { ...told, appealUntil, now: new Date(moment) };
    go(censure, CENSURE_MACHINE, deed, { facts, actor: actorOf(deed, desk, unit, drafter), moment }).note = WORDS[deed];
    if (deed === 'issue') appealUntil = endOf(workDay(shanghaiDay(moment), 5, calendar));
  }
  const id = uuidAt(random, at);
  const issuedAt = dateOf(censure.lines, 'issue');
  const row = {
    ...{ county_code: countyCode, id, unit_code: unit, client_id: uuidAt(random, at - 60_000), state: censure.state },
    ...{ state_since: new Date(censure.stateSince), ...text, drafted_by_id: drafter.person.id },
    ...{ drafted_by_name: drafter.person.name, drafted_at: new Date(at) },
    ...{ approved_by_name: once(deeds, 'approve', network.office.director.person.name) },
    ...{ approved_at: dateOf(censure.lines, 'approve'), issued_at: issuedAt, appeal_until: appealUntil },
    ...{ appealed_at: dateOf(censure.lines, 'appeal'), appeal: once(deeds, 'appeal', texts.APPEAL) },
    ...{ decided_reason: once(deeds, 'revoke', texts.REVOKED) ?? once(deeds, 'uphold', texts.UPHELD) },
    ...{ plan: once(deeds, 'rectify', texts.CENSURE_PLAN), found: once(deeds, 'verify', texts.CENSURE_FOUND) },
    version: 1 + censure.changes,
  };
  // Its unit reads the history from the issue on.
  const seenBy = (moment: number) =>
    issuedAt && moment >= +issuedAt ? { unit, ears: 'LEADERS' } : { unit: office, ears: 'OFFICE' };
  return {
    row,
    audit: censure.lines.map((line) => lineRow(made, { subject: 'CENSURE', id, ...seenBy(line.at) }, line)),
  };
}
