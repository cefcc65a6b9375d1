import { whenAccusation } from '../network/terms/term.service.ts';
import type { Parts } from '../platform/contract/parts.ts';
import { ReportCountsResolver } from './counts/report-counts.resolver.ts';
import { TallyDelta, UnitTally, YearTally } from './counts/report-tally.entity.ts';
import { sealUnjudged } from './handling/report-seal.service.ts';
import { reportListing } from './lists/report.listing.ts';
import { Report } from './report.entity.ts';
import { ReportDeedResolver, ReportResolver } from './report.resolver.ts';
import { ReportChangeResolver, reportFrame } from './report-change.resolver.ts';
import { ReportFieldsResolver } from './report-fields.resolver.ts';
import { ReportSearch, SearchFrequency } from './search/report-search.entity.ts';

whenAccusation(sealUnjudged);

export const reports: Parts = {
  entities: [Report, ReportSearch, SearchFrequency, UnitTally, YearTally, TallyDelta],
  resolvers: [ReportResolver, ReportDeedResolver, ReportFieldsResolver, ReportCountsResolver, ReportChangeResolver],
  frame: reportFrame,
  listed: { Report: reportListing },
};
