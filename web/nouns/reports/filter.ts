import { isWithin } from '@lxq/schema/places.ts';
import { type Line, type ReportState, TRAY_STATES } from '@lxq/schema/reports/report-states.ts';
import { shanghaiDay } from '../../ui/time.ts';

export const TRAYS = ['TODO', 'DOING', 'OVERDUE', 'DONE'] as const;
export type Tray = (typeof TRAYS)[number];

/** What a list of reports is narrowed to; the same shape as the contract's ReportFilter. */
export interface Filter {
  tray?: Tray;
  states?: ReportState[];
  topics?: string[];
  sources?: string[];
  lines?: Line[];
  urgency?: 'NORMAL' | 'HIGH';
  /** Code of a township or village. */
  under?: string;
  /** YYYY-MM-DD, Asia/Shanghai, both ends included. */
  submittedFrom?: string;
  submittedTo?: string;
  problemsOnly?: boolean;
  /** Taken by the viewer, or by nobody of the desk. */
  assigned?: 'ME' | 'NOBODY';
  /** Id of a marker of the own desk. */
  marker?: string;
}

const LISTS = { states: 'state', topics: 'topic', sources: 'source', lines: 'line' } as const;
const WORDS = {
  ...{ tray: 'tray', urgency: 'urgency', under: 'under', submittedFrom: 'from', submittedTo: 'to' },
  ...{ assigned: 'assigned', marker: 'marker' },
} as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a filter from the address; what it does not know it leaves out. */
export function readFilter(search: URLSearchParams): Filter {
  const filter: Record<string, unknown> = {};
  for (const [field, name] of Object.entries(LISTS)) {
    const values = search.get(name)?.split(',').filter(Boolean);
    if (values?.length) filter[field] = values;
  }
  for (const [field, name] of Object.entries(WORDS)) {
    const value = search.get(name);
    if (value) filter[field] = value;
  }
  if (search.get('problems') === '1') filter.problemsOnly = true;
  return onlyValid(filter as Filter);
}

function onlyValid(filter: Filter): Filter {
  const valid = { ...filter };
  if (valid.tray && !TRAYS.includes(valid.tray)) delete valid.tray;
  if (valid.urgency && valid.urgency !== 'HIGH' && valid.urgency !== 'NORMAL') delete valid.urgency;
  if (valid.assigned && valid.assigned !== 'ME' && valid.assigned !== 'NOBODY') delete valid.assigned;
  if (valid.under && !/^\d{15}$/.test(valid.under)) delete valid.under;
  if (valid.submittedFrom && !DAY.test(valid.submittedFrom)) delete valid.submittedFrom;
  if (valid.submittedTo && !DAY.test(valid.submittedTo)) delete valid.submittedTo;
  return valid;
}

/** Writes a filter into an address, keeping the parameters that are none of its own. */
export function writeFilter(filter: Filter, rest: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const search = new URLSearchParams(rest);
  for (const [field, name] of Object.entries(LISTS)) {
    const values = filter[field as keyof typeof LISTS];
    if (values?.length) search.set(name, values.join(','));
    else search.delete(name);
  }
  for (const [field, name] of Object.entries(WORDS)) {
    const value = filter[field as keyof typeof WORDS];
    if (value) search.set(name, value);
    else search.delete(name);
  }
  if (filter.problemsOnly) search.set('problems', '1');
  else search.delete('problems');
  return search;
}

export interface Filtered {
  state: ReportState;
  line: Line;
  urgency: 'NORMAL' | 'HIGH';
  isOverdue: boolean;
  submittedAt: string;
  place: { code: string };
  topic: { code: string; isProblem: boolean };
  assignment?: { isMine: boolean; isGone: boolean } | null;
  markers?: readonly { id: string }[];
}

/** Whether a listed report that has just changed still belongs in the list; its source never changes. The server remains the judge. */
export function admits(filter: Filter, report: Filtered): boolean {
  const day = shanghaiDay(report.submittedAt);
  return (
    inTray(filter.tray, report) &&
    oneOf(filter.states, report.state) &&
    oneOf(filter.topics, report.topic.code) &&
    oneOf(filter.lines, report.line) &&
    (!filter.urgency || filter.urgency === report.urgency) &&
    (!filter.under || isWithin(Number(report.place.code), Number(filter.under))) &&
    (!filter.submittedFrom || day >= filter.submittedFrom) &&
    (!filter.submittedTo || day <= filter.submittedTo) &&
    (!filter.problemsOnly || report.topic.isProblem) &&
    isTaken(filter.assigned, report.assignment) &&
    (!filter.marker || !!report.markers?.some(({ id }) => id === filter.marker))
  );
}

function isTaken(assigned: Filter['assigned'], assignment: Filtered['assignment']): boolean {
  if (!assigned) return true;
  return assigned === 'ME' ? !!assignment?.isMine : !assignment || assignment.isGone;
}

function inTray(tray: Tray | undefined, report: Filtered): boolean {
  if (!tray) return true;
  if (tray === 'OVERDUE') return report.isOverdue && oneOf(TRAY_STATES.TODO, report.state);
  return oneOf(TRAY_STATES[tray], report.state);
}

function oneOf<T>(allowed: readonly T[] | undefined, value: T | undefined | null): boolean {
  return !allowed?.length || (value != null && allowed.includes(value));
}
