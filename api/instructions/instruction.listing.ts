import { deadlinesOfThings } from '../deadlines/deadline.loaders.ts';
import { codesIn, unitListing, unitsNamed } from '../network/network.listing.ts';
import type { Listing } from '../platform/lists/listing.ts';
import { partsOf } from '../platform/participation/participation.service.ts';
import { stepsOf } from '../reports/lists/report.loaders.ts';
import { resultsOf } from '../results/result.read.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import { Instruction } from './instruction.entity.ts';
import { childrenOf } from './instruction.loaders.ts';

export const instructionListing: Listing<Instruction> = {
  entity: Instruction,
  keys: ['id', 'instructedAt'],
  present: 'id',
  isMatter: true,
  needs: {
    no: { columns: ['instructedAt', 'serial'] },
    leader: { columns: ['leaderId', 'leaderName'] },
    workDaysLeft: { columns: ['state', 'dueOn'] },
    isDueProvisional: { columns: ['dueOn'] },
    isOverdue: { columns: ['state', 'dueOn'] },
    cases: { columns: ['id'] },
    coUnits: { columns: ['coUnitCodes'] },
    parent: { columns: ['parentId'] },
    item: { columns: ['itemId'] },
    report: { columns: ['reportId'] },
    responsibleUnit: { columns: ['responsibleUnitCode'], beside: ['responsibleUnit'] },
  },
  beside: { responsibleUnit: { listing: unitListing, on: 'o.code = r.responsible_unit_code' } },
  many: {
    ...{ units: partsOf, results: resultsOf, revisits: revisitsOf, children: childrenOf },
    ...{ deadlines: deadlinesOfThings, timeline: stepsOf },
  },
  named: unitsNamed({
    coUnits: codesIn('r.co_unit_codes'),
    ...{ units: 'o.unit_code', revisits: 'o.unit_code' },
  }),
};
