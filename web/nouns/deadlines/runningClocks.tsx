import { DeadlineTag } from './DeadlineTag.tsx';
import type { DeadlineWholeFragment } from './deadlines.generated.ts';
import { ReadReminder } from './LastReminder.tsx';

/** The clocks of a matter that run now, each with whom it has reminded, or false where none does. */
export function runningClocks(deadlines: readonly DeadlineWholeFragment[]) {
  const running = deadlines.filter(({ metAt, droppedAt }) => !metAt && !droppedAt);
  return (
    running.length > 0 &&
    running.map((each) => (
      <div key={each.id}>
        <DeadlineTag deadline={each} />
        <ReadReminder deadline={each} />
      </div>
    ))
  );
}
