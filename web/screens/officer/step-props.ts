import type { ReportProblem } from '@lxq/schema/reports/report-draft.ts';
import type { Draft, DraftFields } from '../../device/draft.ts';

/** What each of the three screens is given. `problems` are those to show now. */
export interface StepProps {
  draft: Draft;
  change(fields: Partial<DraftFields>): void;
  problems: readonly ReportProblem[];
}
