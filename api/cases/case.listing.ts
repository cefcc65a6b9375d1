import { attachmentsOf } from '../attachments/attachment.loaders.ts';
import { deadlinesOfThings } from '../deadlines/deadline.loaders.ts';
import { instructionListing } from '../instructions/instruction.listing.ts';
import { codesIn, placeListing, termListing, unitListing, unitsNamed } from '../network/network.listing.ts';
import type { Listing } from '../platform/lists/listing.ts';
import { partsOf } from '../platform/participation/participation.service.ts';
import { reportListing } from '../reports/lists/report.listing.ts';
import { stepsOf } from '../reports/lists/report.loaders.ts';
import { resultsOf, signaturesOf } from '../results/result.read.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import { Case } from './case.entity.ts';

/** What says whether somebody may attach. */
const evidence = { columns: ['state', 'responsibleUnitCode', 'coUnitCodes', 'concernsUnitCodes'] } as const;

export const caseListing: Listing<Case> = {
  entity: Case,
  keys: ['id', 'openedAt'],
  present: 'id',
  isMatter: true,
  needs: {
    no: { columns: ['openedAt', 'serial'] },
    receiverUnit: { columns: ['receiverUnitCode'] },
    sponsorUnit: { columns: ['sponsorUnitCode'] },
    concerns: { columns: ['concernsUnitCodes'] },
    isOverdue: { columns: ['state', 'dueOn'] },
    coUnits: { columns: ['coUnitCodes'] },
    guarantees: { columns: ['guarantees'] },
    closingUnmet: {
      columns: ['id', 'round', 'state', 'concernsUnitCodes'],
      beside: ['results', 'revisits', 'signatures'],
    },
    linkages: { columns: ['id'] },
    attachments: evidence,
    viewerCanAttach: evidence,
    // Where it stands beside another row, its own are not joined.
    topic: { columns: ['topicCode'], beside: ['topic'] },
    place: { columns: ['placeCode'], beside: ['place'] },
    instruction: { columns: ['instructionId'], beside: ['instruction'] },
    report: { columns: ['reportId'], beside: ['report'] },
    responsibleUnit: { columns: ['responsibleUnitCode'], beside: ['responsibleUnit'] },
  },
  beside: {
    topic: { listing: termListing, on: `o.kind = 'TOPIC' and o.code = r.topic_code` },
    place: { listing: placeListing, on: 'o.code = r.place_code' },
    responsibleUnit: { listing: unitListing, on: 'o.code = r.responsible_unit_code' },
    instruction: { listing: instructionListing, on: 'o.id = r.instruction_id', oneByOne: true },
    // Who reported it is not the units' to know.
    report: { listing: reportListing, on: `o.id = r.report_id and current_user = 'at_county'`, oneByOne: true },
  },
  many: {
    ...{ units: partsOf, results: resultsOf, signatures: signaturesOf, revisits: revisitsOf },
    ...{ deadlines: deadlinesOfThings, timeline: stepsOf, attachments: attachmentsOf },
  },
  named: unitsNamed({
    receiverUnit: 'array[r.receiver_unit_code]',
    sponsorUnit: 'array[r.sponsor_unit_code]',
    coUnits: codesIn('r.co_unit_codes'),
    concerns: codesIn('r.concerns_unit_codes'),
    ...{ units: 'o.unit_code', revisits: 'o.unit_code' },
  }),
};
