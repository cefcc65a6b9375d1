import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import type { ExecutionResult } from 'graphql';
import { busy, outside } from '../contract/errors.ts';
import type { Operation } from '../operation/asked.ts';
import { costOf } from '../operation/cost.ts';
import type { Scope } from '../scope/scope.ts';
import { comerOf, type Pace } from './pace.ts';
import { Turns } from './turns.ts';

const { budget: limit } = SERVER_LIMITS;
const WAITING = { waiting: limit.waiting, waitMs: limit.waitMs, placeMs: limit.placeMs };

/**
 * What each person may have us do at a time: a few of one person run at once, the next wait in that person's own queue, and what is beyond it is told
 * to come back. Whoever floods us delays nobody but themselves.
 */
export class Budget {
  private readonly light = new Turns({ ...WAITING, perLine: limit.perPerson, inAll: Number.POSITIVE_INFINITY });
  /** What keeps the database and us busy for longer is also few in all; among those who wait it goes round. */
  private readonly heavy = new Turns({ ...WAITING, perLine: 1, inAll: limit.heavyInAll });

  private readonly pace: Pace;
  constructor(pace: Pace) {
    this.pace = pace;
  }

  /** Runs at once when there is room, which is nearly always; is BUSY when too many of the same person wait already. */
  async take(operation: Operation, scope: Scope, work: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const cost = costOf(operation);
    const turns = cost > limit.heavy ? this.heavy : this.light;
    const { comer: atDoor, address } = scope.caller;
    const comer = scope.isSignedIn ? comerOf(scope.rights, address) : (atDoor ?? comerOf(null, address));
    this.pace.charge(comer, Math.floor(Math.min(cost, SERVER_LIMITS.operation.cost) / SERVER_LIMITS.pace.rows));
    return turns.take(comer.key, work, () => ({ errors: [outside(tooMany(), scope.caller.language, () => {})] }));
  }
}

const tooMany = () =>
  busy(
    `同时进行的操作过多（最多 ${limit.perPerson} 项同时、${limit.waiting} 项等待），请稍后重试`,
    `Too many operations at once (at most ${limit.perPerson} run and ${limit.waiting} wait); please try again`,
    2,
  );
