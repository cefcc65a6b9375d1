import { DIGEST_MACHINE } from './digests/digest-states.ts';
import { INSTRUCTION_MACHINE } from './instructions/instruction-states.ts';
import { OPENING_MACHINE } from './openings/opening-states.ts';
import { REPORT_MACHINE } from './reports/report-states.ts';
import { changesOf } from './transitions.ts';

/** What happens beside the deeds of a machine: things come, and are told of by others. */
const BESIDE = [
  ...(['REPORT_SUBMITTED', 'REPORT_SET_ASIDE', 'REPORT_UNSET_ASIDE'] as const),
  ...(['DIGEST_OPENED', 'DIGEST_READ', 'DIGEST_OVERDUE', 'DIGEST_FILE_READY'] as const),
  'INSTRUCTED',
  ...(['ALERT_RAISED', 'ALERT_ACKNOWLEDGED', 'ALERT_WITHDRAWN'] as const),
  'IDENTITY_REQUESTED',
] as const;

const machines = [REPORT_MACHINE, DIGEST_MACHINE, INSTRUCTION_MACHINE, OPENING_MACHINE] as const;
type Rows<Machine> = Machine extends unknown ? Machine[keyof Machine] : never;
type Told<Row> = Row extends { tells: infer Kind extends string } ? Kind : never;

/** Every kind of change that a listener can hear of, each once. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  ...new Set<ChangeKind>([...BESIDE, ...machines.flatMap((machine) => changesOf<ChangeKind>(machine))]),
];
export type ChangeKind = (typeof BESIDE)[number] | Told<Rows<(typeof machines)[number]>>;
