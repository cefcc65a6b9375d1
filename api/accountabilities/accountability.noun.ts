import {
  ACCOUNTABILITY_MACHINE,
  type AccountabilityDeed,
  type AccountabilityFacts,
  type AccountabilityState,
} from '@lxq/schema/accountabilities/accountability-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { Accountability } from './accountability.entity.ts';
import { ACCOUNTABILITY_WORDS } from './accountability.words.ts';

export const accountabilityNoun: Noun<Accountability, AccountabilityDeed, AccountabilityState, AccountabilityFacts> = {
  machine: ACCOUNTABILITY_MACHINE,
  entity: Accountability,
  subject: 'ACCOUNTABILITY',
  names: ACCOUNTABILITY_WORDS.accountability,
  isHeld: false,
  seen: ({ unitCode, caseId, censureId }) => ({
    ...{ unitCode, ears: 'LEADERS' },
    about: { CASE: caseId, CENSURE: censureId },
  }),
  facts: (_scope, _deed, accountability) => accountability,
};
