import { deadlinesOfThings } from '../deadlines/deadline.loaders.ts';
import { unitsNamed } from '../network/network.listing.ts';
import type { Listing } from '../platform/lists/listing.ts';
import { Revisit } from './revisit.entity.ts';

export const revisitListing: Listing<Revisit> = {
  entity: Revisit,
  keys: ['id', 'scheduledAt'],
  present: 'id',
  needs: {
    unit: { columns: ['unitCode'] },
    attachments: { columns: ['id'] },
    viewerCanAttach: { columns: ['state', 'kind', 'unitCode', 'barredUnitCodes'] },
    // The nouns that come after this one show them.
    case: { columns: ['subject', 'subjectId'], beside: ['case'] },
    instruction: { columns: ['subject', 'subjectId'], beside: ['instruction'] },
  },
  many: { deadlines: deadlinesOfThings },
  named: unitsNamed({ unit: 'array[r.unit_code]' }),
};
