import { officeOf } from '@lxq/schema/places.ts';
import { REVISITS_OPEN } from '@lxq/schema/revisits/revisit-states.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput } from '../platform/contract/errors.ts';
import { tellUnits } from '../platform/deeds/noun.ts';
import type { Part } from '../platform/participation/participation.entity.ts';
import { disengage, engage } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import type { Case } from './case.entity.ts';
import { caseNoun } from './case.noun.ts';
import { CASE_WORDS } from './case.words.ts';

export async function unitGiven(scope: Scope, field: string, given: string): Promise<number> {
  const unit = await unitByCode(scope).load(checkCode(given, field));
  if (!unit?.isActive) throw badInput(field, ...CASE_WORDS.noSuchUnit);
  return unit.code;
}

/** Units that may act on it: not the office, which supervises, and none that it is about. */
export async function actingUnits(
  scope: Scope,
  it: Case,
  { mainUnit, coUnits }: { mainUnit: string; coUnits: readonly string[] },
) {
  const acting = async (field: string, given: string) => {
    const unit = await unitGiven(scope, field, given);
    if (unit === officeOf(scope.county)) throw badInput(field, ...CASE_WORDS.theOffice);
    if (it.concernsUnitCodes.includes(unit)) throw badInput(field, ...CASE_WORDS.concerned);
    return unit;
  };
  const responsibleUnitCode = await acting('mainUnit', mainUnit);
  const coUnitCodes = await Promise.all([...new Set(coUnits)].map((unit) => acting('coUnits', unit)));
  if (coUnitCodes.includes(responsibleUnitCode)) throw badInput('coUnits', ...CASE_WORDS.coUnits);
  return { responsibleUnitCode, coUnitCodes };
}

/** Who takes part now: who received it, who acts, whose leader takes it, and who is to revisit. What each is most of counts. */
async function partsOfCase(scope: Scope, it: Case): Promise<Map<number, Part>> {
  const revisits = (await revisitsOf(scope).load(it.id)) ?? [];
  const parts = new Map<number, Part>();
  const add = (unit: number | null | undefined, part: Part) => unit && parts.set(unit, part);
  for (const { unitCode, state } of revisits) if (REVISITS_OPEN.includes(state)) add(unitCode, 'REVISITOR');
  add(it.receiverUnitCode, 'RECEIVER');
  if (it.responsibleUnitCode) add(it.sponsorUnitCode, 'SPONSOR');
  for (const unit of it.coUnitCodes) add(unit, 'CO');
  add(it.responsibleUnitCode, 'MAIN');
  parts.delete(officeOf(scope.county));
  return parts;
}

/** They take part from now on, and nobody else: whoever no longer does hears of it once more. */
export async function takeIn(scope: Scope, it: Case, before: readonly number[] = []): Promise<void> {
  const { id: subjectId, openedAt: at, state, dueOn } = it;
  const parts = await partsOfCase(scope, it);
  const gone = before.filter((unit) => !parts.has(unit));
  await tellUnits(scope, caseNoun, it, { kind: 'CASE_RECALLED', units: gone });
  if (parts.size === 0) await disengage(scope, subjectId);
  else await engage(scope, { subject: caseNoun.subject, subjectId, at, state, dueOn }, parts);
}
