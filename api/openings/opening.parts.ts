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
};
