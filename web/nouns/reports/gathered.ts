import type { AttachmentKind } from '@lxq/schema/attachments/attachment-words.ts';
import type { ReportStepFragment } from './report.generated.ts';

/** A line of a history, and of what may have attachments the kinds of those that it added or took back. */
export type Told = ReportStepFragment & { attachmentKinds?: readonly AttachmentKind[] };

const MINUTES = 10;

/** The lines of a history, oldest first, those in one where somebody added or took back one attachment after the other. */
export function gathered<Step extends Told>(steps: readonly Step[]): Step[] {
  const lines: Step[] = [];
  for (const step of steps) {
    const last = lines.at(-1);
    if (last && isOneWith(last, step))
      lines[lines.length - 1] = { ...last, attachmentKinds: [...kindsIn(last), ...kindsIn(step)] };
    else lines.push(step);
  }
  return lines;
}

export const kindsIn = ({ attachmentKinds = [] }: Told) => attachmentKinds;
const isOneWith = (last: Told, step: Told): boolean =>
  kindsIn(step).length > 0 &&
  (['deed', 'actorName', 'actorRole', 'actorUnitCode', 'actedByName'] as const).every(
    (key) => last[key] === step[key],
  ) &&
  Date.parse(step.at) - Date.parse(last.at) < MINUTES * 60_000;
