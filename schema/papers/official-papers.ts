/**
 * Of cases 告知书 (受理 / 不予受理 / 转送 / 导入), 交办通知书, 办理情况报告, 处理意见书 (Art. 32) and 回访单; of orders 下单子 (R68) and 督办单, by which whoever supervises says what was not
 * done and is to be done (R67); and 通报 (R137).
 */
export const OFFICIAL_PAPER_KINDS = [
  'DECISION_NOTICE',
  'DISPATCH_NOTICE',
  'RESULT_REPORT',
  'WRITTEN_OPINION',
  'REVISIT_SHEET',
  'GUIDANCE_ORDER',
  'SUPERVISION_ORDER',
  'CENSURE_NOTICE',
] as const;
export type OfficialPaperKind = (typeof OFFICIAL_PAPER_KINDS)[number];

/** The word by which an issuer's series of a kind is called; a dispatch notice has the number that the office's clerk gave it, in the committee's own series (R53). */
const SERIES = {
  DECISION_NOTICE: '告字',
  RESULT_REPORT: '报字',
  WRITTEN_OPINION: '意字',
  REVISIT_SHEET: '访字',
  GUIDANCE_ORDER: '单字',
  SUPERVISION_ORDER: '督字',
  CENSURE_NOTICE: '通字',
} as const satisfies Partial<Record<OfficialPaperKind, string>>;
export type NumberedKind = keyof typeof SERIES;

/** 告字〔2026〕12号: without gaps, each issuer's, kind's and year's for itself (GB/T 9704: six-angle brackets, no zeros). */
export const paperNumber = (kind: NumberedKind, year: number, serial: number): string =>
  `${SERIES[kind]}〔${year}〕${serial}号`;
/** Stands where the number will: a draft has none, and says that it is one. */
export const DRAFT_NO = '（草稿）';
