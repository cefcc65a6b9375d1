import {
  CENSURE_MACHINE,
  type CensureDeed,
  type CensureFacts,
  type CensureState,
  ISSUED_CENSURES,
} from '@lxq/schema/censures/censure-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Censure } from './censure.entity.ts';
import { CENSURE_WORDS } from './censure.words.ts';

/** By when what is owed: the unit puts it right, the office looks, and an appeal is decided. */
async function clock(scope: Scope, deed: CensureDeed, { id, unitCode }: Censure): Promise<void> {
  const office = officeOf(scope.county);
  const start = (rule: 'CENSURE_RECTIFY' | 'CENSURE_VERIFY' | 'CENSURE_DECIDE', unit: number) =>
    deadlines.start(scope, { subject: 'CENSURE', subjectId: id, rule, unitCode: unit });
  if (deed === 'issue') await start('CENSURE_RECTIFY', unitCode);
  if (deed === 'appeal') await start('CENSURE_DECIDE', office);
  if (deed === 'uphold' || deed === 'revoke') await deadlines.meet(scope, id, 'CENSURE_DECIDE');
  if (deed === 'revoke') await deadlines.drop(scope, id);
  if (deed === 'rectify') {
    await deadlines.meet(scope, id, 'CENSURE_RECTIFY');
    await start('CENSURE_VERIFY', office);
  }
  if (deed === 'verify') await deadlines.meet(scope, id, 'CENSURE_VERIFY');
}

export const censureNoun: Noun<Censure, CensureDeed, CensureState, CensureFacts> = {
  machine: CENSURE_MACHINE,
  entity: Censure,
  subject: 'CENSURE',
  names: CENSURE_WORDS.censure,
  isHeld: true, // an appeal and its putting right at once cannot both win
  seen: ({ state, unitCode }, scope) => ({
    // Until it is issued the unit that it names hears nothing, and its history begins with its issue.
    ...(ISSUED_CENSURES.includes(state)
      ? { unitCode, ears: 'LEADERS' as const }
      : { unitCode: officeOf(scope.county), ears: 'OFFICE' as const }),
  }),
  follow: clock,
  stamp: (scope) => ({ stateSince: scope.now }),
  facts: (scope, _deed, censure) => ({ ...censure, now: scope.now }),
};
