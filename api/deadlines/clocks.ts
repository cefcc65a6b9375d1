import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import type { Scope } from '../platform/scope/scope.ts';
import * as deadlines from './deadline.service.ts';

/** What a deed does with what is owed of its thing, in its own transaction. A noun lists its deeds with what each begins, meets and drops. */
export type Clock<Row> = (scope: Scope, row: Row) => Promise<unknown>;

/** Of things of one noun: whose deadlines begin, and by whom and since when they are owed. */
export function clocksOf<Row extends { id: string }>(subject: string) {
  const each =
    (end: typeof deadlines.meet) =>
    (...rules: DeadlineRuleCode[]): Clock<Row> =>
    async (scope, { id }) => {
      if (rules.length === 0) await end(scope, id);
      for (const rule of rules) await end(scope, id, rule);
    };
  return {
    start:
      (rule: DeadlineRuleCode, owed: (row: Row) => Pick<deadlines.Owed, 'unitCode' | 'from' | 'dueOn'>): Clock<Row> =>
      (scope, row) =>
        deadlines.start(scope, { subject, subjectId: row.id, rule, ...owed(row) }),
    /** By these rules, or whatever is owed. */
    meet: each(deadlines.meet),
    drop: each(deadlines.drop),
  };
}

/** One after the other. */
export const inTurn =
  <Row>(...clocks: Clock<Row>[]): Clock<Row> =>
  async (scope, row) => {
    for (const clock of clocks) await clock(scope, row);
  };
