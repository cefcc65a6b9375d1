import { LIMITS } from '../limits.ts';
import type { Line, ReportState } from '../reports/report-states.ts';
import type { Role } from '../roles.ts';
import { type TransitionTable, tableUnmet, type Unmet, unmet } from '../transitions.ts';

/** EXPIRED is never stored: it is what a request has become when it is read after its time. */
export const OPENING_STATES = ['REQUESTED', 'APPROVED', 'OPENED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];
export type StoredOpeningState = Exclude<OpeningState, 'EXPIRED'>;
export type OpeningDeed =
  | 'approveIdentity'
  | 'unapproveIdentity'
  | 'refuseIdentity'
  | 'withdrawIdentity'
  | 'openIdentity';

/** Who asks and who decides: the only desk that reads what is sealed (Art. 30). */
export const OPENERS: readonly Role[] = ['DISCIPLINE_CLERK'];

/** State machine of seeing who wrote a sealed report (state-machines 5.1, R4). */
export const OPENING_TRANSITIONS: TransitionTable<OpeningDeed, StoredOpeningState> = {
  approveIdentity: { from: ['REQUESTED'], to: 'APPROVED', by: OPENERS },
  unapproveIdentity: { from: ['REQUESTED', 'APPROVED'], to: 'REQUESTED', by: OPENERS },
  refuseIdentity: { from: ['REQUESTED'], to: 'REFUSED', by: OPENERS },
  withdrawIdentity: { from: ['REQUESTED', 'APPROVED'], to: 'WITHDRAWN', by: OPENERS },
  openIdentity: { from: ['APPROVED', 'OPENED'], to: 'OPENED', by: OPENERS },
};

/** Where a deed leads: a request is approved by the last of those whom it needs. */
export const openingAfter = (deed: OpeningDeed, approvals: number): StoredOpeningState =>
  deed === 'approveIdentity' && approvals < LIMITS.opening.approvals ? 'REQUESTED' : OPENING_TRANSITIONS[deed].to;

const WAITS: readonly OpeningState[] = ['REQUESTED', 'APPROVED', 'OPENED'];
export const openingState = (
  { state, expiresAt }: { state: OpeningState; expiresAt: Date },
  now: Date,
): OpeningState => (WAITS.includes(state) && expiresAt <= now ? 'EXPIRED' : state);

/** What the guards look at: the request as it stands now, the report that it is about, and who has approved. */
export interface OpeningFacts {
  state: OpeningState;
  requesterId: string;
  approverIds: readonly string[];
  report: { state: ReportState; authorId: string };
}
interface Actor {
  role: Role;
  personId: string;
}

const withdrawn = () => unmet('withdrawn', '该信息已由报送人撤回，不再查看', 'Its reporter has withdrawn this report');
const isAuthor = () => unmet('author', '本人报送的信息，须由他人办理', 'You wrote this report; others decide on it');

/** Every guard that keeps `actor` from `deed`; empty means the deed may happen. */
export function openingUnmet(deed: OpeningDeed, opening: OpeningFacts, actor: Actor): Unmet[] {
  const missing = tableUnmet(OPENING_TRANSITIONS, deed, opening.state, actor.role);
  const isDecision = deed === 'approveIdentity' || deed === 'refuseIdentity';
  if (isDecision) missing.push(...decisionUnmet(opening, actor));
  else if (deed !== 'unapproveIdentity' && opening.requesterId !== actor.personId)
    missing.push(unmet('requester', '只有申请人本人可以操作', 'Only whoever asked may do this'));
  const hasApproved = opening.approverIds.includes(actor.personId);
  if (deed === 'approveIdentity' && hasApproved)
    missing.push(unmet('twice', '您已同意，须由另一人同意', 'You have approved; another has to'));
  if (deed === 'unapproveIdentity' && !hasApproved)
    missing.push(unmet('approver', '您没有同意过该申请', 'You have not approved this'));
  if (NEEDS_REPORT.has(deed) && opening.report.state === 'WITHDRAWN') missing.push(withdrawn());
  return missing;
}
const NEEDS_REPORT = new Set<OpeningDeed>(['approveIdentity', 'openIdentity']);

/** Neither whoever asked nor whoever wrote the report decides. */
function decisionUnmet({ requesterId, report }: OpeningFacts, { personId }: Actor): Unmet[] {
  const missing: Unmet[] = [];
  if (requesterId === personId)
    missing.push(unmet('fourEyes', '不能审批自己的申请', 'You cannot decide on your own request'));
  if (report.authorId === personId) missing.push(isAuthor());
  return missing;
}

/** What a new request looks at. */
export interface RequestFacts {
  line: Line;
  state: ReportState;
  authorId: string;
  /** The person belongs to the unit complained of, below it, or to the station above a village. */
  isComplainedOf: boolean;
  /** A request for this report waits, is approved, or shows the name just now. */
  isPending: boolean;
  /** The same person was refused on this report. */
  wasRefused: boolean;
  /** How many others could approve. */
  approvers: number;
}

/** Every guard that keeps `actor` from asking who wrote a report. */
export function requestUnmet(report: RequestFacts, { role, personId }: Actor): Unmet[] {
  const missing: Unmet[] = [];
  const { approvals } = LIMITS.opening;
  if (!OPENERS.includes(role)) missing.push(unmet('role', '当前岗位无此权限', 'Your post does not allow this'));
  if (report.line !== 'SEALED') missing.push(unmet('line', '只有密报的报送人可以申请查看', 'Only of sealed reports'));
  if (report.state === 'WITHDRAWN') missing.push(withdrawn());
  if (report.authorId === personId) missing.push(isAuthor());
  if (report.isComplainedOf)
    missing.push(unmet('unit', '您任职的单位与被反映单位有关，须回避', 'You hold a post at the unit complained of'));
  if (report.isPending) missing.push(unmet('pending', '该信息已有申请在办', 'There is a request for it already'));
  if (report.wasRefused)
    missing.push(unmet('refused', '您的申请未获同意，不能再次申请', 'You asked and were refused; another may ask'));
  if (report.approvers < approvals)
    missing.push(
      unmet(
        'approvers',
        `除申请人外须有${approvals}名无须回避的纪检经办审批，请先增设岗位`,
        `It takes ${approvals} other discipline clerks who may decide; appoint them first`,
      ),
    );
  return missing;
}
