import { OUT_OF_USE, type ReportState } from '../reports/report-states.ts';
import type { Capacity } from '../roles.ts';
import { type Guard, type Machine, type Unmet, unmet } from '../transitions.ts';

export const PRESENTATION_STATES = ['PRESENTED', 'READ', 'INSTRUCTED', 'WITHDRAWN'] as const;
export type PresentationState = (typeof PRESENTATION_STATES)[number];

/** Who is proposed first: the party's and the government's main leaders (R29), of whom the former heads the leading group (R16). */
export const PRESENTED_FIRST: readonly Capacity[] = ['MAIN_LEADER', 'GROUP_HEAD'];
/** Whose reports are not to wait for an issue (R29). */
export const FAST_CHANNELS: readonly string[] = ['HOTLINE', 'MAILBOX'];

/** Who presents, and takes it back. */
export const PRESENTERS = ['COUNTY_CLERK'] as const;

/** What keeps a report from being presented: one that was given back, taken away or tied to another is not read by itself. */
export const presentUnmet = ({ state }: { state: ReportState }): Unmet[] =>
  (OUT_OF_USE as readonly ReportState[]).includes(state)
    ? [unmet('state', '该信息已退回、撤回或并件，不能呈阅', 'It was returned, withdrawn or merged')]
    : [];

/** What the guards look at. */
export interface PresentationFacts {
  state: PresentationState;
  leaderId: string;
}
const byItsLeader: Guard<PresentationFacts> = ({ leaderId }, { personId }) =>
  leaderId === personId
    ? null
    : unmet('author', '只有呈阅的领导本人可以操作', 'Only the leader it was presented to may do this');
const LEADERS = ['LEADER'] as const;

/** The machine of 呈阅 (R29, 5.3): a report is put before one leader at once, who instructs on it or has read it. */
export const PRESENTATION_MACHINE = {
  read: {
    ...{ from: ['PRESENTED'], to: 'READ', by: LEADERS, guards: [byItsLeader] },
    ...{ mutation: 'markPresentationRead', isUnversioned: true, tells: 'PRESENTATION_READ' },
    says: 'The leader has read it and gives no instruction; one may still follow.',
  },
  instruct: {
    ...{ from: ['PRESENTED', 'READ'], to: 'INSTRUCTED', by: LEADERS, guards: [byItsLeader] },
    tells: 'PRESENTATION_INSTRUCTED',
  },
  /** The instruction that answered it was taken back. */
  uninstruct: {
    ...{ from: ['INSTRUCTED'], to: 'READ', by: LEADERS, guards: [byItsLeader], undoes: 'instruct' },
    tells: 'PRESENTATION_READ',
  },
  unpresent: {
    ...{ from: ['PRESENTED'], to: 'WITHDRAWN', by: PRESENTERS },
    ...{ mutation: 'unpresent', isUnversioned: true, tells: 'REPORT_UNPRESENTED' },
    says: 'The office takes it back while the leader has not answered.',
  },
} as const satisfies Machine<string, PresentationState, PresentationFacts>;
export type PresentationDeed = keyof typeof PRESENTATION_MACHINE;
