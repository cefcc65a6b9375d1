import { DeadlineTag } from './DeadlineTag.tsx';
import type { DeadlineWholeFragment } from './deadlines.generated.ts';

/** The clocks of a matter that run now, or false where none does. */
export function runningClocks(deadlines: readonly DeadlineWholeFragment[]) {
  const running = deadlines.filter(({ metAt, droppedAt }) => !metAt && !droppedAt);
  return running.length > 0 && running.map((each) => <DeadlineTag key={each.id} deadline={each} />);
}
