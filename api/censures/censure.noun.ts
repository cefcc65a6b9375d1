import {
  CENSURE_MACHINE,
  type CensureDeed,
  type CensureFacts,
  type CensureState,
  ISSUED_CENSURES,
} from '@lxq/schema/censures/censure-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { type Clock, clocksOf, inTurn } from '../deadlines/clocks.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { Censure } from './censure.entity.ts';
import { CENSURE_WORDS } from './censure.words.ts';

const { start, meet, drop } = clocksOf<Censure>('CENSURE');
const byOffice = ({ countyCode }: Censure) => ({ unitCode: officeOf(countyCode) });
/** By when what is owed, from each deed on: the unit puts it right, the office looks, and an appeal is decided. */
const CLOCKS: Partial<Record<CensureDeed, Clock<Censure>>> = {
  issue: start('CENSURE_RECTIFY', ({ unitCode }) => ({ unitCode })),
  appeal: start('CENSURE_DECIDE', byOffice),
  uphold: meet('CENSURE_DECIDE'),
  revoke: inTurn(meet('CENSURE_DECIDE'), drop()),
  rectify: inTurn(meet('CENSURE_RECTIFY'), start('CENSURE_VERIFY', byOffice)),
  verify: meet('CENSURE_VERIFY'),
};

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
  follow: (scope, deed, censure) => CLOCKS[deed]?.(scope, censure),
  stamp: (scope) => ({ stateSince: scope.now }),
  facts: (scope, _deed, censure) => ({ ...censure, now: scope.now }),
};
