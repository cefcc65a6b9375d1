import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';

const { theme: THEME } = LIMITS;

export interface ToldTheme {
  title: string;
  reports: readonly string[];
}
export type ThemeProblem = Problem<'title', 'SHORT' | 'LONG'> | Problem<'reports', 'MISSING' | 'MANY'>;
/** Everything that keeps it from being opened, in the order of the form; how many villages they are of only the server knows. */
export const themeProblems = ({ title, reports }: ToldTheme): ThemeProblem[] => [
  ...lengthProblem('title', title, THEME.title),
  ...missingProblem('reports', reports.length === 0),
  ...(reports.length > THEME.reports ? [{ field: 'reports', problem: 'MANY', max: THEME.reports } as const] : []),
];

export interface ToldThemePlan {
  owner: string;
  plan: string;
}
export type ThemePlanProblem = Problem<'owner' | 'plan', 'SHORT' | 'LONG'>;
export const themePlanProblems = ({ owner, plan }: ToldThemePlan): ThemePlanProblem[] => [
  ...lengthProblem('owner', owner, THEME.owner),
  ...lengthProblem('plan', plan, THEME.plan),
];
