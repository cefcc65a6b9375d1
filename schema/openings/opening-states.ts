import { LIMITS } from '../limits.ts';
import type { Line, ReportState } from '../reports/report-states.ts';
import type { Role } from '../roles.ts';
import { type Actor, type Guard, isOneOf, type Machine, type Unmet, unmet } from '../transitions.ts';

/** EXPIRED is never stored: it is what a request has become when it is read after its time. */
export const OPENING_STATES = ['REQUESTED', 'APPROVED', 'OPENED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];
export type StoredOpeningState = Exclude<OpeningState, 'EXPIRED'>;
/** Who asks and who decides: the only desk that reads what is sealed (Art. 30). */
export const OPENERS: readonly Role[] = ['DISCIPLINE_CLERK'];

/** Somebody waits for it, or sees the name just now: until it expires. */
export const PENDING: readonly OpeningState[] = ['REQUESTED', 'APPROVED', 'OPENED'];
export const openingState = (
  { state, expiresAt }: { state: OpeningState; expiresAt: Date },
  now: Date,
): OpeningState => (PENDING.includes(state) && expiresAt <= now ? 'EXPIRED' : state);

/** What the guards look at: the request as it stands now, the report that it is about, and who has approved. */
export interface OpeningFacts {
  state: OpeningState;
  requesterId: string;
  approverIds: readonly string[];
  report: { state: ReportState; authorId: string };
}

const withdrawn = () => unmet('withdrawn', '该信息已由报送人撤回，不再查看', 'Its reporter has withdrawn this report');
const isAuthor = () => unmet('author', '本人报送的信息，须由他人办理', 'You wrote this report; others decide on it');

type OpeningGuard = Guard<OpeningFacts>;
const byWhoeverAsked: OpeningGuard = ({ requesterId }, { personId }) =>
  requesterId === personId ? null : unmet('requester', '只有申请人本人可以操作', 'Only whoever asked may do this');
/** Neither whoever asked nor whoever wrote the report decides. */
const byAnother: OpeningGuard = ({ requesterId }, actor) =>
  isOneOf(actor, requesterId) ? unmet('fourEyes', '不能审批自己的申请', 'You cannot decide on your own request') : null;
const notByItsAuthor: OpeningGuard = ({ report }, actor) => (isOneOf(actor, report.authorId) ? isAuthor() : null);
const whileItsReportStands: OpeningGuard = ({ report }) => (report.state === 'WITHDRAWN' ? withdrawn() : null);
const once: OpeningGuard = ({ approverIds }, actor) =>
  approverIds.some((id) => isOneOf(actor, id))
    ? unmet('twice', '您已同意，须由另一人同意', 'You have approved; another has to')
    : null;
const byWhoeverApproved: OpeningGuard = ({ approverIds }, { personId }) =>
  approverIds.includes(personId) ? null : unmet('approver', '您没有同意过该申请', 'You have not approved this');

/** The machine of seeing who wrote a sealed report (state-machines 5.1, R4). */
export const OPENING_MACHINE = {
  /** The last of those whom it needs approves it. */
  approveIdentity: {
    from: ['REQUESTED'],
    to: 'APPROVED',
    leads: ({ approverIds }: OpeningFacts) =>
      approverIds.length + 1 < LIMITS.opening.approvals ? 'REQUESTED' : 'APPROVED',
    ...{ by: OPENERS, guards: [byAnother, notByItsAuthor, once, whileItsReportStands] },
    ...{ mutation: 'approveIdentity', isUnversioned: true, tells: 'IDENTITY_APPROVED' },
  },
  unapproveIdentity: {
    ...{ from: ['REQUESTED', 'APPROVED'], to: 'REQUESTED', by: OPENERS, guards: [byWhoeverApproved] },
    ...{ mutation: 'unapproveIdentity', undoes: 'approveIdentity', isUnversioned: true, tells: 'IDENTITY_UNAPPROVED' },
    says: 'Takes the own approval back, while nothing was looked at.',
  },
  refuseIdentity: {
    ...{ from: ['REQUESTED'], to: 'REFUSED', by: OPENERS, guards: [byAnother, notByItsAuthor] },
    ...{
      mutation: 'refuseIdentity',
      isGrave: true,
      asks: 'reason',
      words: LIMITS.opening.reason,
      isUnversioned: true,
      tells: 'IDENTITY_REFUSED',
    },
  },
  withdrawIdentity: {
    ...{ from: ['REQUESTED', 'APPROVED'], to: 'WITHDRAWN', by: OPENERS, guards: [byWhoeverAsked] },
    ...{ mutation: 'withdrawIdentity', isUnversioned: true, tells: 'IDENTITY_WITHDRAWN' },
  },
  openIdentity: {
    ...{ from: ['APPROVED', 'OPENED'], to: 'OPENED', by: OPENERS, guards: [byWhoeverAsked, whileItsReportStands] },
    ...{ mutation: 'openIdentity', asksMore: true, isUnversioned: true, tells: 'IDENTITY_OPENED' },
  },
} as const satisfies Machine<string, OpeningState, OpeningFacts>;
export type OpeningDeed = keyof typeof OPENING_MACHINE;

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
export function requestUnmet(report: RequestFacts, { role, personId }: Pick<Actor, 'role' | 'personId'>): Unmet[] {
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
