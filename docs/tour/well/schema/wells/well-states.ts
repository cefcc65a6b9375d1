import { type Guard, type Machine, unmet } from '../transitions.ts';

export const WELL_STATES = ['REPORTED', 'CHECKED', 'CLOSED'] as const;
export type WellState = (typeof WELL_STATES)[number];

/** What the guards look at. */
export interface WellFacts {
  state: WellState;
  reporterId: string;
}
/** Four eyes: who entered it does not confirm it. */
const byAnother: Guard<WellFacts> = ({ reporterId }, { personId }) =>
  reporterId === personId ? unmet('fourEyes', '不能核实自己登记的水井', 'Another confirms what you entered') : null;

/** The machine of a well in its township's register. */
export const WELL_MACHINE = {
  checkWell: {
    ...{ from: ['REPORTED'], to: 'CHECKED', by: ['TOWNSHIP_CLERK'], guards: [byAnother] },
    ...{ mutation: 'checkWell', tells: 'WELL_CHECKED' },
  },
  closeWell: {
    ...{ from: ['REPORTED', 'CHECKED'], to: 'CLOSED', by: ['TOWNSHIP_CLERK', 'COUNTY_CLERK'] },
    ...{ mutation: 'closeWell', tells: 'WELL_CLOSED' },
    says: 'It gives no water any more.',
  },
} as const satisfies Machine<string, WellState, WellFacts>;
export type WellDeed = keyof typeof WELL_MACHINE;
