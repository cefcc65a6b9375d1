import {
  REPORT_MACHINE,
  type ReportDeed,
  type ReportFacts,
  type ReportState,
} from '@lxq/schema/reports/report-states.ts';
import type { Noun } from '../../platform/deeds/noun.ts';
import { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { factsFor } from './report.facts.ts';

export const reportNoun: Noun<Report, ReportDeed, ReportState, ReportFacts> = {
  machine: REPORT_MACHINE,
  entity: Report,
  subject: 'REPORT',
  names: REPORT_WORDS.report,
  isHeld: false,
  seenBy: ({ unitCode, authorId, line }) => ({ unitCode, authorId, line }),
  about: ({ id }) => ({ reportId: id }),
  facts: factsFor,
};
