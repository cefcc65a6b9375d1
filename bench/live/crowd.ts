import path from 'node:path';
import { startChild } from '../child.ts';
import type { Account, Order } from './listeners.child.ts';

/** Many listeners, held by a process of their own. */
export function gather() {
  const child = startChild(path.join(import.meta.dirname, 'listeners.child.ts'));
  return {
    open: (order: Order) => child.ask({ open: order }),
    /** Resolves once every listener has heard number `n`. */
    heard: (n: number) => child.ask({ heard: n }),
    /** What was heard since the last account. */
    account: () => child.ask<Account>({ account: true }),
    end: child.end,
  };
}
