import { officeOf } from '@lxq/schema/places.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput } from '../platform/contract/errors.ts';
import { refusePeople } from '../platform/contract/people.ts';
import { begin } from '../platform/deeds/noun.ts';
import { onceSent, saysTheSame } from '../platform/deeds/once.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import { Accountability } from './accountability.entity.ts';
import { type AccountabilityRecord, checkedRecord } from './accountability.input.ts';
import { accountabilityNoun } from './accountability.noun.ts';
import { matterOf } from './accountability.read.ts';
import { ACCOUNTABILITY_WORDS } from './accountability.words.ts';

/** Writes down what an organ has decided; sent again it is the same record. */
export async function recordDecision(scope: Scope, clientId: string, given: AccountabilityRecord) {
  const { unit, matterNo, ...told } = checkedRecord(given, scope.now);
  refusePeople(told.organ, told.reference);
  const words = { ...told, unitCode: await unitGiven(scope, unit), ...(await matterOf(scope, matterNo)) };
  const { countyCode, personId: byId, personName: byName } = scope.rights;
  const isSame = (earlier: Accountability) => saysTheSame(earlier, words);
  const sent = {
    entity: Accountability,
    by: { byId, clientId },
    isSame,
    otherwise: ACCOUNTABILITY_WORDS.sentOtherwise,
  };
  return onceSent(scope, sent, async () => {
    const record: Partial<Accountability> = {
      ...{ ...words, countyCode, id: newId(), clientId, state: 'RECORDED', byId, byName, at: scope.now },
    };
    return begin(scope, accountabilityNoun, record, { deed: 'recordAccountability', tells: 'ACCOUNTABILITY_RECORDED' });
  });
}

async function unitGiven(scope: Scope, given: string): Promise<number> {
  const unit = await unitByCode(scope).load(checkCode(given, 'unit'));
  if (!unit || unit.code === officeOf(scope.county)) throw badInput('unit', ...ACCOUNTABILITY_WORDS.noSuchUnit);
  return unit.code;
}
