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
    workDaysLeft: { columns: ['state', 'dueOn'] },
    isDueProvisional: { columns: ['dueOn'] },
    isOverdue: { columns: ['state', 'dueOn'] },
    units: { columns: ['id'] },
    deadlines: { columns: ['id'] },
    results: { columns: ['id'] },
    revisits: { columns: ['id'] },
    cases: { columns: ['id'] },
    children: { columns: ['id'] },
    timeline: { columns: ['id'] },
    coUnits: { columns: ['coUnitCodes'] },
    parent: { columns: ['parentId'] },
    item: { columns: ['itemId'] },
    report: { columns: ['reportId'] },
    responsibleUnit: { columns: ['responsibleUnitCode'], beside: ['responsibleUnit'] },
  },
  beside: { responsibleUnit: { listing: unitListing, on: 'o.code = r.responsible_unit_code' } },
};
