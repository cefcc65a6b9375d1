import { unitListing } from '../network/network.listing.ts';
import type { Listing } from '../platform/lists/listing.ts';
import { Case } from './case.entity.ts';

export const caseListing: Listing<Case> = {
  entity: Case,
  keys: ['id', 'openedAt'],
  present: 'id',
  needs: {
    no: { columns: ['openedAt', 'serial'] },
    topic: { columns: ['topicCode'] },
    place: { columns: ['placeCode'] },
    receiverUnit: { columns: ['receiverUnitCode'] },
    sponsorUnit: { columns: ['sponsorUnitCode'] },
    concerns: { columns: ['concernsUnitCodes'] },
    isOverdue: { columns: ['state', 'dueOn'] },
    coUnits: { columns: ['coUnitCodes'] },
    guarantees: { columns: ['guarantees'] },
    units: { columns: ['id'] },
    results: { columns: ['id'] },
    signatures: { columns: ['id'] },
    revisits: { columns: ['id'] },
    deadlines: { columns: ['id'] },
    timeline: { columns: ['id'] },
    closingUnmet: { columns: ['id', 'round', 'state', 'concernsUnitCodes'] },
    linkages: { columns: ['id'] },
    instruction: { columns: ['instructionId'] },
    report: { columns: ['reportId'] },
    responsibleUnit: { columns: ['responsibleUnitCode'], beside: ['responsibleUnit'] },
  },
  beside: { responsibleUnit: { listing: unitListing, on: 'o.code = r.responsible_unit_code' } },
};
