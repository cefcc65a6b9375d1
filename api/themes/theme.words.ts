import type { ProblemKey } from '@lxq/schema/problems.ts';
import type { ThemePlanProblem, ThemeProblem } from '@lxq/schema/themes/theme-draft.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

export const THEME_DRAFT_WORDS: Record<ProblemKey<ThemeProblem>, Words> = {
  'title.SHORT': LENGTH,
  'title.LONG': LENGTH,
  'reports.MISSING': ['请选择所依据的信息', 'Choose the reports that it is seen in'],
  'reports.MANY': ['最多 {max} 条信息', 'At most {max} reports'],
};
export const THEME_PLAN_WORDS: Record<ProblemKey<ThemePlanProblem>, Words> = {
  'owner.SHORT': LENGTH,
  'owner.LONG': LENGTH,
  'plan.SHORT': LENGTH,
  'plan.LONG': LENGTH,
};
export const THEME_WORDS = {
  theme: ['该苗头', 'theme'],
  noSuchReport: ['有信息不存在或不在本单位范围内', 'A report does not exist, or is not yours to see'],
  notCommon: [
    '苗头须至少涉及 {villages} 个村的 {reports} 条信息',
    'A theme is seen in at least {reports} reports of {villages} villages',
  ],
  sealed: ['检举控告类信息不列入苗头', 'Accusations belong to no theme'],
  sentOtherwise: ['同一编号已有不同内容的苗头，请核对', 'This id was sent before with another text; please compare'],
} satisfies Record<string, Words>;
