import { officeOf } from '@lxq/schema/places.ts';
import {
  PRESENTATION_MACHINE,
  type PresentationDeed,
  type PresentationFacts,
  type PresentationState,
} from '@lxq/schema/presentations/presentation-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { Presentation } from './presentation.entity.ts';
import { PRESENTATION_WORDS } from './presentation.words.ts';

export const presentationNoun: Noun<Presentation, PresentationDeed, PresentationState, PresentationFacts> = {
  machine: PRESENTATION_MACHINE,
  entity: Presentation,
  subject: 'PRESENTATION',
  names: PRESENTATION_WORDS.presentation,
  isHeld: true, // reading and taking back at once cannot both win
  seen: ({ reportId }, scope) => ({
    ...{ unitCode: officeOf(scope.county), ears: 'LEADERS' },
    about: { REPORT: reportId },
  }),
  stamp: (scope) => ({ stateSince: scope.now }),
  facts: (_scope, _deed, presentation) => presentation,
};
