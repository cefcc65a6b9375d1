import type { Draft, DraftFields, Problem } from '../../device/draft.ts';

/** What each of the three screens is given. `problems` are those to show now. */
export interface StepProps {
  draft: Draft;
  change(fields: Partial<DraftFields>): void;
  problems: readonly Problem[];
}
