import { type ReportState, TRAY_STATES } from './report-states.ts';

/** The orders of lists of reports: those that an index gives, and no others. */
export const REPORT_ORDERS = ['NEWEST', 'DUE_FIRST'] as const;
export type ReportOrder = (typeof REPORT_ORDERS)[number];

interface Narrowed {
  tray?: string | null;
  states?: readonly ReportState[] | null;
}
/** Something is due of what waits to be judged, and of nothing else. */
export const canBeDueFirst = ({ tray, states }: Narrowed): boolean =>
  tray === 'TODO' ||
  tray === 'OVERDUE' ||
  Boolean(states?.length && states.every((state) => (TRAY_STATES.TODO as readonly string[]).includes(state)));
