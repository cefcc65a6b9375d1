import { unitListing } from '../network/network.listing.ts';
import type { Listing } from '../platform/lists/listing.ts';
import { Instruction } from './instruction.entity.ts';

export const instructionListing: Listing<Instruction> = {
  entity: Instruction,
  keys: ['id', 'instructedAt'],
  present: 'id',
  needs: {
    no: { columns: ['instructedAt', 'serial'] },
    leader: { columns: ['leaderId', 'leaderName'] },
    workDaysLeft: { columns: ['state', 'readAt', 'dueOn'] },
    isDueProvisional: { columns: ['dueOn'] },
    isOverdue: { columns: ['state', 'readAt', 'dueOn'] },
    item: { columns: ['itemId'] },
    report: { columns: ['reportId'] },
    responsibleUnit: { columns: ['responsibleUnitCode'], beside: ['responsibleUnit'] },
  },
  beside: { responsibleUnit: { listing: unitListing, on: 'o.code = r.responsible_unit_code' } },
};
