import { officeOf } from '@lxq/schema/places.ts';
import {
  REVISIT_MACHINE,
  type RevisitDeed,
  type RevisitFacts,
  type RevisitState,
} from '@lxq/schema/revisits/revisit-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { Revisit } from './revisit.entity.ts';
import { REVISIT_WORDS } from './revisit.words.ts';

export const revisitNoun: Noun<Revisit, RevisitDeed, RevisitState, RevisitFacts> = {
  machine: REVISIT_MACHINE,
  entity: Revisit,
  subject: 'REVISIT',
  names: REVISIT_WORDS.revisit,
  isHeld: true, // what was heard moves its matter: two who write it down at once wait for each other
  seen: ({ subject, subjectId }, scope) => ({
    ...{ unitCode: officeOf(scope.county), ears: 'LEADERS' },
    about: { [subject]: subjectId },
  }),
  hearers: ({ countyCode, unitCode }) => (unitCode === officeOf(countyCode) ? [] : [unitCode]),
  facts: (_scope, _deed, revisit) => revisit,
};
