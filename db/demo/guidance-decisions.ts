import type { AccountabilityBasis, AccountabilityKind } from '@lxq/schema/accountabilities/accountability-states.ts';
import { addDays } from '@lxq/schema/calendar.ts';
import { lineRow, type Made, opened, type Standing } from './guidance-made.ts';
import { uuidAt } from './random.ts';
import type { Row } from './rows.ts';
import { shanghaiDay } from './working-hours.ts';

/** What organs outside decided after some of the censures; the last was written down by mistake. */
export const DECISIONS: readonly [kind: AccountabilityKind, basis: AccountabilityBasis, state?: 'WITHDRAWN'][] = [
  ['CRITICISM', 'SHIRKING'],
  ['ADMONITION', 'SHIRKING'],
  ['ADMONITION', 'NEGLECT'],
  ['PARTY', 'FALSE_REPORT'],
  ['CRITICISM', 'NEGLECT', 'WITHDRAWN'],
];

export function decisionOf(
  made: Made,
  [kind, basis, state]: (typeof DECISIONS)[number],
  { censure, no }: { censure: Row; no: number },
): Standing {
  const { countyCode, drafter, at, desk } = made;
  const id = uuidAt(desk.random, at);
  const unit = censure.unit_code as number;
  const day = shanghaiDay(at);
  const row = {
    ...{ county_code: countyCode, id, unit_code: unit, client_id: uuidAt(desk.random, at - 60_000) },
    ...{ state: state ?? 'RECORDED', kind, basis, decided_on: addDays(day, -2), organ: '县纪委监委' },
    ...{ reference: `清纪〔${day.slice(0, 4)}〕${no}号`, censure_id: censure.id, by_id: drafter.person.id },
    ...{ by_name: drafter.person.name, at: new Date(at) },
    ...{ withdrawn_reason: state ? '文号登记有误，另行登记' : null, version: state ? 2 : 1 },
  };
  const lines = [
    opened(at, 'recordAccountability', 'RECORDED', drafter),
    ...(state
      ? [
          {
            ...opened(at + 600_000, 'withdraw', state, drafter),
            from: 'RECORDED',
            note: row.withdrawn_reason as string,
          },
        ]
      : []),
  ];
  const of = { subject: 'ACCOUNTABILITY', id, unit, ears: 'LEADERS' };
  return { row, audit: lines.map((line) => lineRow(made, of, line)) };
}
