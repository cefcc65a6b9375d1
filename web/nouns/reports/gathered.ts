import type { ReportStepFragment } from './report.generated.ts';

const MINUTES = 10;

/** The lines of a history, oldest first, those in one where somebody added or took back one attachment after the other. */
export function gathered<Step extends ReportStepFragment>(steps: readonly Step[]): Step[] {
  const lines: Step[] = [];
  for (const step of steps) {
    const last = lines.at(-1);
    if (last && isOneWith(last, step))
      lines[lines.length - 1] = { ...last, attachmentKinds: [...last.attachmentKinds, ...step.attachmentKinds] };
    else lines.push(step);
  }
  return lines;
}

const isOneWith = (last: ReportStepFragment, step: ReportStepFragment): boolean =>
  step.attachmentKinds.length > 0 &&
  (['deed', 'actorName', 'actorRole', 'actorUnitCode', 'actedByName'] as const).every(
    (key) => last[key] === step[key],
  ) &&
  Date.parse(step.at) - Date.parse(last.at) < MINUTES * 60_000;
