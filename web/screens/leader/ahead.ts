import { fetchAhead, keepAnswersTo } from '../../device/kept-answers.ts';
import { client } from '../../live/apollo.ts';
import { session$ } from '../../session/session-store.ts';
import { LeaderCaseDocument, LeaderInstructionDocument } from './cases.generated.ts';
import {
  LeaderAlertsDocument,
  LeaderHomeDocument,
  LeaderInstructionsDocument,
  LeaderIssueDocument,
  LeaderIssuesDocument,
  LeaderReportDocument,
  ResponsibleUnitsDocument,
} from './leader.generated.ts';

keepAnswersTo(
  LeaderAlertsDocument,
  LeaderHomeDocument,
  LeaderIssuesDocument,
  LeaderIssueDocument,
  LeaderInstructionsDocument,
  LeaderReportDocument,
  ResponsibleUnitsDocument,
  LeaderCaseDocument,
  LeaderInstructionDocument,
);

export const ISSUES = { first: 20 };
export const INSTRUCTIONS = { first: 100 };

/** The newest issue, the urgent reports and those presented, the instructions and whom to instruct: to read, and to instruct on, without a signal. */
export async function fetchLeaderAhead() {
  const session = session$.get();
  if (session.status !== 'signedIn' || session.isRemembered) return;
  const home = await client.query({ query: LeaderHomeDocument }).catch(() => undefined);
  const newest = home?.data?.digests.edges[0]?.node.id;
  if (newest) await fetchAhead([[LeaderIssueDocument, { id: newest }]]);
  const waiting = [...(home?.data?.alerts.edges ?? []), ...(home?.data?.presentations.edges ?? [])];
  const reports = new Set(waiting.map(({ node }) => node.report.id));
  await fetchAhead([
    ...[...reports].map((id) => [LeaderReportDocument, { id }] as const),
    [ResponsibleUnitsDocument, {}],
    [LeaderIssuesDocument, ISSUES],
    [LeaderInstructionsDocument, INSTRUCTIONS],
  ]);
}
