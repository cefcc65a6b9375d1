import type { Parts } from '../platform/contract/parts.ts';
import { IdentityApproval, IdentityOpening } from './opening.entity.ts';
import { OpeningDeedResolver, OpeningResolver } from './opening.resolver.ts';
import { ApprovalFieldsResolver, OpeningFieldsResolver, ReportOpeningsResolver } from './opening-fields.resolver.ts';

export const openings: Parts = {
  entities: [IdentityOpening, IdentityApproval],
  resolvers: [
    ...[OpeningResolver, OpeningDeedResolver],
    ...[OpeningFieldsResolver, ApprovalFieldsResolver, ReportOpeningsResolver],
  ],
  prices: {
    'Query.identityOpenings': { size: 50 },
    'Report.identityOpenings': { size: 5 },
    'Report.viewerCanRequestIdentity': { each: 5 },
    'IdentityOpening.approvals': { size: 2 },
    'IdentityOpening.timeline': { size: 8 },
  },
};
