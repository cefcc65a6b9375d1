import { type ReportState, TRAY_STATES } from './report-states.ts';

/** How lists of reports may be sorted: those ways that an index gives, and no others. */
export const REPORT_SORTS = ['NEWEST', 'DUE_FIRST'] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

interface Narrowed {
  tray?: string | null;
  states?: readonly ReportState[] | null;
}
/** Something is due of what waits to be judged, and of nothing else. */
export const canBeDueFirst = ({ tray, states }: Narrowed): boolean =>
  tray === 'TODO' ||
  tray === 'OVERDUE' ||
  Boolean(states?.length && states.every((state) => (TRAY_STATES.TODO as readonly string[]).includes(state)));
