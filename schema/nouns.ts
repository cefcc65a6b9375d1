import { ACCOUNTABILITY_MACHINE } from './accountabilities/accountability-states.ts';
import { CASE_MACHINE } from './cases/case-machine.ts';
import { CENSURE_MACHINE } from './censures/censure-states.ts';
import { DEADLINE_MACHINE } from './deadlines/deadline-states.ts';
import { DIGEST_MACHINE } from './digests/digest-states.ts';
import { INSTRUCTION_MACHINE } from './instructions/instruction-states.ts';
import { OPENING_MACHINE } from './openings/opening-states.ts';
import { ORDER_MACHINE } from './orders/order-states.ts';
import { PRESENTATION_MACHINE } from './presentations/presentation-states.ts';
import { REPORT_MACHINE } from './reports/report-states.ts';
import { REVISIT_MACHINE } from './revisits/revisit-states.ts';
import { THEME_MACHINE } from './themes/theme-states.ts';
import { viewerCan } from './transitions.ts';

/** What both sides derive from a noun's machine: kinds of change, documents of deeds, `npm run machines`. */
interface Noun {
  machine: object;
  /** Its type in the contract, and the fragment that a deed's answer shows. */
  type?: string;
  answer?: string;
  /** The fragment of what a deed on many answers for each. */
  each?: string;
  /** What happens beside its deeds: things come, and are told of by others. */
  tells?: readonly string[];
  /** The field that says whether the viewer may, where it is not called by the deed. */
  field?: (deed: string) => string;
}

/** Every noun that has deeds or is told of, by its folder. */
export const NOUNS = {
  deadlines: {
    ...{ machine: DEADLINE_MACHINE, type: 'Deadline', answer: 'DeadlineWhole' },
    tells: ['DEADLINE_REMINDED', 'DEADLINES_MOVED'],
  },
  attachments: {
    machine: {},
    tells: ['ATTACHED', 'DETACHED', 'ATTACHMENT_ARRIVED', 'ATTACHMENT_REFUSED'],
  },
  reports: {
    ...{ machine: REPORT_MACHINE, type: 'Report', answer: 'ReportWhole', each: 'DeedResult' },
    tells: [
      ...(['REPORT_SUBMITTED', 'REPORT_ACTED_ON', 'REPORT_SET_ASIDE', 'REPORT_UNSET_ASIDE'] as const),
      ...(['REPORT_ASSIGNED', 'REPORT_NOTED', 'REPORT_MARKED', 'REPORT_URGED', 'REPORT_URGE_READ'] as const),
    ],
  },
  alerts: {
    machine: {},
    tells: ['ALERT_RAISED', 'ALERT_ACKNOWLEDGED', 'ALERT_WITHDRAWN', 'SECRETARY_NAMED', 'SECRETARY_ENDED'],
  },
  contacts: { machine: {}, tells: ['CONTACT_KEPT'] },
  openings: {
    ...{ machine: OPENING_MACHINE, type: 'IdentityOpening', answer: 'OpeningWhole' },
    field: (deed: string) => viewerCan(deed.replace('Identity', '')),
    tells: ['IDENTITY_REQUESTED'],
  },
  digests: {
    ...{ machine: DIGEST_MACHINE, type: 'Digest', answer: 'DigestHead' },
    tells: ['DIGEST_OPENED', 'DIGEST_READ', 'DIGEST_OVERDUE', 'DIGEST_FILE_READY'],
  },
  presentations: {
    ...{ machine: PRESENTATION_MACHINE, type: 'Presentation', answer: 'PresentationWhole' },
    tells: ['REPORT_PRESENTED'],
  },
  instructions: {
    ...{ machine: INSTRUCTION_MACHINE, type: 'Instruction', answer: 'InstructionWhole' },
    tells: ['INSTRUCTED'],
  },
  revisits: { ...{ machine: REVISIT_MACHINE, type: 'Revisit', answer: 'RevisitWhole' }, tells: [] },
  censures: { ...{ machine: CENSURE_MACHINE, type: 'Censure', answer: 'CensureWhole' }, tells: ['CENSURE_DRAFTED'] },
  orders: { ...{ machine: ORDER_MACHINE, type: 'Order', answer: 'OrderWhole' }, tells: ['ORDER_DRAFTED'] },
  cases: { ...{ machine: CASE_MACHINE, type: 'Case', answer: 'CaseWhole' }, tells: ['CASE_OPENED'] },
  accountabilities: {
    ...{ machine: ACCOUNTABILITY_MACHINE, type: 'Accountability', answer: 'AccountabilityWhole' },
    tells: ['ACCOUNTABILITY_RECORDED'],
  },
  notifications: { machine: {}, tells: ['NOTIFIED'] },
  themes: { ...{ machine: THEME_MACHINE, type: 'Theme', answer: 'ThemeWhole' }, tells: ['THEME_OPENED'] },
} as const satisfies Record<string, Noun>;
