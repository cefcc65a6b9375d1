import { useEffect, useState } from 'react';
import type { Told } from '../../nouns/reports/gathered.ts';
import type { ReportWholeFragment } from '../../nouns/reports/report.generated.ts';

interface Seen {
  version: number;
  steps: ReadonlySet<string>;
}

/** Which version of a report the writer has in mind, and what others have done to it since. */
export function useSeen(report: ReportWholeFragment | undefined) {
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    if (report && !seen) setSeen(seenOf(report));
  }, [report, seen]);
  const steps: Told[] = report && seen ? report.timeline.filter((step) => !seen.steps.has(step.id)) : [];
  return {
    /** The server refuses a deed on any other version. */
    version: seen?.version ?? report?.version,
    isChanged: !!report && !!seen && report.version !== seen.version,
    newSteps: steps,
    acceptNow: () => report && setSeen(seenOf(report)),
  };
}

const seenOf = (report: ReportWholeFragment): Seen => ({
  version: report.version,
  steps: new Set(report.timeline.map((step) => step.id)),
});
