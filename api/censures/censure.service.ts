import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { DEADLINE_RULES } from '@lxq/schema/deadlines/deadline-rules.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput } from '../platform/contract/errors.ts';
import { refusePeople } from '../platform/contract/people.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { begin, carry } from '../platform/deeds/noun.ts';
import { onceSent, saysTheSame } from '../platform/deeds/once.ts';
import { hashContent } from '../platform/papers/hash.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import { Censure } from './censure.entity.ts';
import { type CensureText, checkedCensure } from './censure.input.ts';
import { censureNoun } from './censure.noun.ts';
import { CENSURE_WORDS } from './censure.words.ts';

type Told = Pick<Censure, 'unitCode' | 'title' | 'cause' | 'evidence' | 'rule'>;

/** Accepts the same draft any number of times and keeps it once. */
export async function draft(scope: Scope, clientId: string, given: CensureText): Promise<Censure> {
  const words = await checked(scope, given);
  const { countyCode, personId: draftedById, personName: draftedByName } = scope.rights;
  const isSame = (earlier: Censure) => saysTheSame(earlier, words);
  const sent = { entity: Censure, by: { draftedById, clientId }, isSame, otherwise: CENSURE_WORDS.sentOtherwise };
  return onceSent(scope, sent, async () => {
    const censure: Partial<Censure> = {
      ...{ ...words, countyCode, id: newId(), clientId, state: 'DRAFT', stateSince: scope.now },
      ...{ draftedById, draftedByName, draftedAt: scope.now },
    };
    return begin(scope, censureNoun, censure, { deed: 'draftCensure', tells: 'CENSURE_DRAFTED' });
  });
}

async function checked(scope: Scope, given: CensureText): Promise<Told> {
  const { unit: code, title, cause, evidence, rule } = checkedCensure(given);
  const unit = await unitByCode(scope).load(checkCode(code, 'unit'));
  if (!unit?.isActive) throw badInput('unit', ...CENSURE_WORDS.noSuchUnit);
  if (unit.code === officeOf(scope.county)) throw badInput('unit', ...CENSURE_WORDS.theOffice);
  refusePeople(title, cause, evidence, rule);
  return { unitCode: unit.code, title, cause, evidence, rule };
}

export const revise = (scope: Scope, { id, version }: Versioned, given: CensureText): Promise<Censure> =>
  carry(scope, censureNoun, 'revise', { id, version, change: () => checked(scope, given) });

/** Whoever approves it signs the words as they stand: their hash is in its history. */
export const approve = (scope: Scope, { id, version }: Given): Promise<Censure> =>
  carry(scope, censureNoun, 'approve', {
    ...{ id, version, detail: (censure: Censure) => ({ signedHash: hashOf(censure) }) },
    change: { approvedByName: scope.rights.personName, approvedAt: scope.now },
  });
export const hashOf = ({ unitCode, title, cause, evidence, rule }: Told): string =>
  hashContent({ unitCode, title, cause, evidence, rule });

/** The unit sees it, and its time for appealing runs. */
export async function issue(scope: Scope, { id, version }: Given): Promise<Censure> {
  const last = workDay(dayOf(scope.now), DEADLINE_RULES.CENSURE_APPEAL.amount, await calendarOf(scope));
  return carry(scope, censureNoun, 'issue', {
    ...{ id, version },
    change: { issuedAt: scope.now, appealUntil: endOf(last) },
  });
}
