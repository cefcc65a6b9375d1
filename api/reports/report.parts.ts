import { whenAccusation } from '../network/terms/term.service.ts';
import type { Parts } from '../platform/contract/parts.ts';
import { AGGREGATE } from '../platform/operation/prices.ts';
import { ReportCountsResolver } from './counts/report-counts.resolver.ts';
import { DayTally, TallyDelta, UnitTally, YearTally } from './counts/report-tally.entity.ts';
import { sealUnjudged } from './handling/report-seal.service.ts';
import { reportListing } from './lists/report.listing.ts';
import { reportById } from './lists/report.loaders.ts';
import { PostTimelineResolver } from './post-timeline.resolver.ts';
import { ReportAttachmentsResolver } from './report.attachments.ts';
import { Report } from './report.entity.ts';
import { reportMeasuring } from './report.measures.ts';
import { ReportDeedResolver, ReportResolver } from './report.resolver.ts';
import { ReportChangeResolver, reportFrame } from './report-change.resolver.ts';
import { ReportDeskResolver } from './report-desk.resolver.ts';
import { ReportFieldsResolver } from './report-fields.resolver.ts';
import { ReportSearch, SearchFrequency } from './search/report-search.entity.ts';
import { StepAttachmentsResolver } from './step-attachments.resolver.ts';

whenAccusation(sealUnjudged);

export const reports: Parts = {
  entities: [Report, ReportSearch, SearchFrequency, UnitTally, YearTally, DayTally, TallyDelta],
  resolvers: [
    ...[ReportResolver, ReportDeedResolver, ReportDeskResolver, ReportFieldsResolver],
    ...[ReportCountsResolver, ReportChangeResolver, PostTimelineResolver, ReportAttachmentsResolver],
    StepAttachmentsResolver,
  ],
  frame: reportFrame,
  attended: { subject: 'REPORT', isSeen: async (scope, id) => Boolean(await reportById(scope).load(id)) },
  listed: { Report: reportListing },
  measuring: reportMeasuring,
  prices: {
    'Query.reportStateCounts': { size: 11, each: 50 },
    'Query.trayCounts': { each: AGGREGATE },
    'Query.reportCounts': { each: 3 * AGGREGATE },
    'Query.reportPivot': { each: 2 * AGGREGATE },
    // By letters: the words of 4,000 reports are read, for each of up to three.
    'Query.searchReports': { each: 3 * AGGREGATE },
    'ReportCounts.byTownship': { size: 50 },
    'ReportCounts.byTopic': { size: 100 },
    'ReportPivot.rows': { size: 1_000 },
    'ReportPivot.topics': { size: 100 },
    'Report.timeline': { size: 15 },
    'Report.members': { size: 10 },
    'Report.markers': { size: 3 },
    'Report.attachments': { size: 3 },
    // Compares up to sixty reports with this one.
    'Report.likelyDuplicates': { size: 8, each: 60 },
    'Report.memberCount': { each: 1 },
  },
};
