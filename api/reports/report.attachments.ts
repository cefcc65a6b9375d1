import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { selfOf, type Unmet, unmetOf } from '@lxq/schema/transitions.ts';
import { attachmentsResolver } from '../attachments/attachment.fields.ts';
import { holdsAttachments } from '../attachments/attachment.holders.ts';
import { COUNTED } from '../attachments/attachment.manifest.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportSeen } from './handling/report.noun.ts';
import { reportById } from './lists/report.loaders.ts';
import { Report } from './report.entity.ts';
import { REPORT_WORDS } from './report.words.ts';

/** Whoever may still take a report back may add to it: its author, until somebody judges it, and again when it was returned. */
const attachUnmet = (report: Report, { rights }: Scope): Unmet[] => unmetOf(REPORT_MACHINE, 'withdraw', report, rights);

holdsAttachments('REPORT', {
  names: REPORT_WORDS.report,
  isByAuthor: true,
  find: async (scope, id) => {
    const report = await reportById(scope).load(id);
    return report && { id, unmet: attachUnmet(report, scope), sight: reportSeen.seen(report, scope) };
  },
  hold: async (scope, id) =>
    Boolean(await scope.row('select id from report where county_code = $1 and id = $2 for update', [scope.county, id])),
  // Beside its version: what an author adds makes no desk's deed fail.
  count: (scope, id) =>
    scope.rows(
      `update report set attachments_promised = n.promised, attachments_arrived = n.arrived from (${COUNTED}) n where county_code = $1 and id = $2`,
      [scope.county, id],
    ),
});

/** What an author sent past their own desk is read in their own name. */
export const ReportAttachmentsResolver = attachmentsResolver(() => Report, {
  unmet: attachUnmet,
  scopeOf: ({ authorId }, scope) => (authorId === selfOf(scope.rights) ? scope.author : scope),
  isBare: ({ attachmentsPromised }) => attachmentsPromised === 0,
});
