import { type Guard, type Machine, unmet } from '../transitions.ts';

export const THEME_STATES = ['OPEN', 'PLANNED', 'ANSWERED', 'CLOSED', 'DISSOLVED'] as const;
export type ThemeState = (typeof THEME_STATES)[number];

/** 待定预案 / 处置中 / 已答复 / 办结、已撤销: where a theme lies. */
export const THEME_TRAYS = {
  PLANNING: ['OPEN'],
  HANDLING: ['PLANNED'],
  ANSWERED: ['ANSWERED'],
  CLOSED: ['CLOSED', 'DISSOLVED'],
} as const satisfies Record<string, readonly ThemeState[]>;
export type ThemeTray = keyof typeof THEME_TRAYS;

/** So many reports from so many villages make one a common matter (R35; our own setting). */
export const THEME_REPORTS = 3;
export const THEME_VILLAGES = 2;

/** What the guards look at. */
export interface ThemeFacts {
  state: ThemeState;
  /** The unit that opened it. */
  unitCode: number;
}
const byItsDesk: Guard<ThemeFacts> = ({ unitCode }, actor) =>
  unitCode === actor.unitCode ? null : unmet('desk', '由开列该苗头的单位办理', 'The desk that opened it does this');

export const THEME_DESKS = ['COUNTY_CLERK', 'TOWNSHIP_CLERK'] as const;
const row = { by: THEME_DESKS, guards: [byItsDesk] } as const;

/** The machine of a theme (R35): similar reports of several villages are met with one plan, and every reporter is answered. It can be taken back. */
export const THEME_MACHINE = {
  gather: {
    ...{ from: ['OPEN', 'PLANNED'], to: 'OPEN', leads: ({ state }: ThemeFacts) => state, ...row },
    ...{ mutation: 'gatherTheme', asksMore: true, tells: 'THEME_GATHERED' },
    says: 'Its reports are others from now on.',
  },
  plan: {
    ...{ from: ['OPEN', 'PLANNED'], to: 'PLANNED', ...row },
    ...{ mutation: 'planTheme', asksMore: true, tells: 'THEME_PLANNED' },
    says: 'Who answers for it, and what is done before it spreads.',
  },
  answer: {
    ...{ from: ['PLANNED'], to: 'ANSWERED', ...row },
    ...{ mutation: 'answerTheme', asks: 'answer', tells: 'THEME_ANSWERED' },
    says: 'Every reporter is told what came of it.',
  },
  close: {
    ...{ from: ['ANSWERED'], to: 'CLOSED', ...row },
    ...{ mutation: 'closeTheme', tells: 'THEME_CLOSED' },
  },
  dissolve: {
    ...{ from: ['OPEN', 'PLANNED'], to: 'DISSOLVED', ...row },
    ...{ mutation: 'dissolveTheme', asks: 'reason', tells: 'THEME_DISSOLVED' },
    says: 'They have nothing in common after all; each goes its own way.',
  },
  restore: {
    ...{ from: ['DISSOLVED'], to: 'OPEN', ...row },
    ...{ mutation: 'restoreTheme', tells: 'THEME_RESTORED' },
  },
} as const satisfies Machine<string, ThemeState, ThemeFacts>;
export type ThemeDeed = keyof typeof THEME_MACHINE;
