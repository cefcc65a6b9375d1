import { LIMITS } from '@lxq/schema/limits.ts';
import type { ExecutionResult } from 'graphql';
import { costOf } from './cost.ts';
import { busy, outside } from './errors.ts';
import type { Operation } from './operation.ts';
import { comerOf, type Pace } from './pace.ts';
import type { Scope } from './scope.ts';

const { budget: limit } = LIMITS;

type Turn = 'NOW' | 'TOO_MANY';
interface Waiting {
  settle(turn: Turn): void;
  since: number;
}
interface Lane {
  perPerson: number;
  inAll: number;
}

/**
 * What each person may have us do at a time: a few of one person run at once, the next wait in that person's own queue, and what is beyond it is told
 * to come back. Whoever floods us delays nobody but themselves.
 */
export class Budget {
  private readonly light = new Queue({ perPerson: limit.perPerson, inAll: Number.POSITIVE_INFINITY });
  /** What keeps the database and us busy for longer is also few in all; among those who wait it goes round. */
  private readonly heavy = new Queue({ perPerson: 1, inAll: limit.heavyInAll });

  private readonly pace: Pace;
  constructor(pace: Pace) {
    this.pace = pace;
  }

  /** Runs at once when there is room, which is nearly always; is BUSY when too many of the same person wait already. */
  async take(operation: Operation, scope: Scope, work: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const cost = costOf(operation);
    const queue = cost > limit.heavy ? this.heavy : this.light;
    const comer = comerOf(scope.isSignedIn ? scope.rights : null, scope.caller.address);
    this.pace.charge(comer, Math.floor(Math.min(cost, LIMITS.operation.cost) / LIMITS.pace.rows));
    const { key: who } = comer;
    const turn = queue.enter(who);
    if (turn && (await turn) === 'TOO_MANY') return { errors: [outside(tooMany(), scope.caller.language, () => {})] };
    const leave = once(() => queue.leave(who));
    const overdue = setTimeout(leave, limit.placeMs).unref();
    try {
      return await work();
    } finally {
      clearTimeout(overdue);
      leave();
    }
  }
}
/** What never ends, because something it waited for broke, gives its place back all the same. */
function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

const tooMany = () =>
  busy(
    `同时进行的操作过多（最多 ${limit.perPerson} 项同时、${limit.waiting} 项等待），请稍后重试`,
    `Too many operations at once (at most ${limit.perPerson} run and ${limit.waiting} wait); please try again`,
    2,
  );

class Queue {
  private readonly lane: Lane;
  private readonly running = new Map<string, number>();
  /** In the order in which they get the next turn. */
  private readonly waiting = new Map<string, Waiting[]>();
  private inAll = 0;
  constructor(lane: Lane) {
    this.lane = lane;
  }

  enter(who: string): Promise<Turn> | Turn | undefined {
    if (this.hasRoom(who)) {
      this.begin(who);
      return undefined;
    }
    const queue = this.waiting.get(who) ?? [];
    if (queue.length >= limit.waiting) return 'TOO_MANY';
    this.waiting.set(who, queue);
    return new Promise((settle) => queue.push({ settle, since: Date.now() }));
  }
  leave(who: string): void {
    this.inAll--;
    const left = (this.running.get(who) as number) - 1;
    if (left) this.running.set(who, left);
    else this.running.delete(who);
    if (this.waiting.size) this.next();
  }

  private hasRoom(who: string): boolean {
    return this.inAll < this.lane.inAll && (this.running.get(who) ?? 0) < this.lane.perPerson;
  }
  private begin(who: string): void {
    this.inAll++;
    this.running.set(who, (this.running.get(who) ?? 0) + 1);
  }
  /** Whoever got a turn goes to the end. What has waited too long would be answered to nobody. */
  private next(): void {
    const latest = Date.now() - limit.waitMs;
    for (const [who, queue] of this.waiting) {
      if (!this.hasRoom(who)) continue;
      while (queue[0] && queue[0].since < latest) queue.shift()?.settle('TOO_MANY');
      const first = queue.shift();
      this.waiting.delete(who);
      if (queue.length) this.waiting.set(who, queue);
      if (!first) continue;
      this.begin(who);
      first.settle('NOW');
      return;
    }
  }
}
