import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import { officeOf } from '@lxq/schema/places.ts';
import {
  REPORT_MACHINE,
  type ReportDeed,
  type ReportFacts,
  type ReportState,
} from '@lxq/schema/reports/report-states.ts';
import type { Noun, Seen } from '../../platform/deeds/noun.ts';
import { tell } from '../../platform/live/event.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { factsFor } from './report.facts.ts';

/** Of as much of a report as statements on many bring. */
export const reportSeen: Seen<Pick<Report, 'id' | 'unitCode' | 'authorId' | 'line'>> = {
  subject: 'REPORT',
  seen: ({ unitCode, authorId, line }) => ({ unitCode, authorId, line }),
};

export const reportNoun: Noun<Report, ReportDeed, ReportState, ReportFacts> = {
  ...reportSeen,
  machine: REPORT_MACHINE,
  entity: Report,
  names: REPORT_WORDS.report,
  isHeld: false,
  facts: factsFor,
};
/** For what is put beside a report: whoever seals it meanwhile takes that along, or is first, and then it is out of sight. */
export const heldReport: typeof reportNoun = { ...reportNoun, isHeld: true };

/** Of what only the county is called to: nobody below it hears of it, the author neither. */
export const tellCounty = (scope: Scope, { id, line }: Report, kind: ChangeKind) =>
  tell(scope, kind, { subject: 'REPORT', subjectId: id, unitCode: officeOf(scope.county), line });
