import type { Parts } from '../platform/contract/parts.ts';
import { CaseAttachmentsResolver } from './case.attachments.ts';
import './case.contacts.ts';
import { Case } from './case.entity.ts';
import { caseMeasuring } from './case.measures.ts';
import { CaseDeedResolver, CaseResolver } from './case.resolver.ts';
import * as fields from './case-fields.resolver.ts';
import { CaseLinkage } from './case-linkage.entity.ts';

export const cases: Parts = {
  entities: [Case, CaseLinkage],
  resolvers: [CaseResolver, CaseDeedResolver, ...Object.values(fields), CaseAttachmentsResolver],
  measuring: caseMeasuring,
  prices: {
    'Case.units': { size: 4 },
    'Case.coUnits': { size: 2 },
    'Case.concerns': { size: 1 },
    'Case.outsiders': { size: 1 },
    'Case.coLeaders': { size: 1 },
    'Case.team': { size: 5 },
    'Case.results': { size: 2 },
    'Case.signatures': { size: 2 },
    'Case.revisits': { size: 4 },
    'Case.deadlines': { size: 6 },
    'Case.timeline': { size: 30 },
    'Case.linkages': { size: 1 },
    'Case.attachments': { size: 6 },
    'Case.closingUnmet': { size: 4 },
    'Instruction.cases': { size: 1 },
    'Report.cases': { size: 1 },
    'Query.caseSponsors': { each: 100 },
    'CaseCounts.trays': { size: 8 },
  },
};
