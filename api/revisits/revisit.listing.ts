import { attachmentsOf } from '../attachments/attachment.loaders.ts';
import { deadlinesOfThings } from '../deadlines/deadline.loaders.ts';
import { unitsNamed } from '../network/network.listing.ts';
import type { Listing } from '../platform/lists/listing.ts';
import { Revisit } from './revisit.entity.ts';

/** What says whether somebody may write down what was heard. */
const heard = { columns: ['state', 'kind', 'unitCode', 'barredUnitCodes'] } as const;

export const revisitListing: Listing<Revisit> = {
  entity: Revisit,
  keys: ['id', 'scheduledAt'],
  present: 'id',
  needs: {
    unit: { columns: ['unitCode'] },
    attachments: heard,
    viewerCanAttach: heard,
    // The nouns that come after this one show them.
    case: { columns: ['subject', 'subjectId'], beside: ['case'] },
    instruction: { columns: ['subject', 'subjectId'], beside: ['instruction'] },
  },
  many: { deadlines: deadlinesOfThings, attachments: attachmentsOf },
  named: unitsNamed({ unit: 'array[r.unit_code]' }),
};
