import { startChild } from '../child.ts';
import type { Sent, Task } from './sender.ts';

/** A sender in a process of its own; of another version's bench when its file is given. */
export function startSender(file = `${import.meta.dirname}/sender.ts`) {
  const child = startChild(file);
  return { send: (task: Task) => child.ask<Sent>(task), end: child.end };
}
