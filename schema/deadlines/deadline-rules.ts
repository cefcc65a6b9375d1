import { type Rung, WARNED } from './deadline-ladder.ts';

/** How a rule counts. Only *work days* look at the holidays while counting; every last day on a day off rolls to the next work day. GIVEN is the day that somebody set. */
export const COUNTINGS = ['WORK_DAYS', 'DAYS', 'MONTHS', 'MINUTES', 'GIVEN'] as const;
export type Counting = (typeof COUNTINGS)[number];

export interface DeadlineRule {
  counts: Counting;
  /** Where the county sets none. */
  amount: number;
  /** What a county may set; one that the law gives to somebody else is not the county's to change. */
  floor: number;
  ceiling: number;
  /** An article of the regulation on petition work (信访工作条例), or a requirement of ours. */
  source: string;
  zh: string;
  en: string;
  /** By how many days it may be extended, once. */
  extension?: number;
  /** Somebody's time to speak up: it closes, and nobody is late. */
  isWindow?: true;
  ladder: readonly Rung[];
}

const owed = { ladder: WARNED };
const window = { ladder: [], isWindow: true as const };

/** Every rule by which something is due. What the law gives is a ceiling: a county may ask for less time, never allow more. */
export const DEADLINE_RULES = {
  INSTRUCTION_REGISTER: {
    ...{ counts: 'WORK_DAYS', amount: 0, floor: 0, ceiling: 1, source: 'R46', ...owed },
    ...{ zh: '批示登记转办', en: 'Registering and dispatching an instruction' },
  },
  INSTRUCTION_SIGN: {
    ...{ counts: 'WORK_DAYS', amount: 1, floor: 0, ceiling: 3, source: 'R46', ...owed },
    ...{ zh: '批示签收', en: 'Signing for an instruction' },
  },
  INSTRUCTION_OBJECT: {
    ...{ counts: 'WORK_DAYS', amount: 5, floor: 5, ceiling: 5, source: 'Art. 23', ...window },
    ...{ zh: '对交办提出异议', en: 'Objecting to an assignment' },
  },
  INSTRUCTION_RESULT: {
    ...{ counts: 'GIVEN', amount: 0, floor: 0, ceiling: 0, source: 'R46', ...owed },
    ...{ zh: '批示办理结果', en: 'Result of an instruction' },
  },
  INSTRUCTION_REWORK: {
    ...{ counts: 'DAYS', amount: 7, floor: 1, ceiling: 15, source: 'R46', ...owed },
    ...{ zh: '批示退回重办', en: 'Redoing an instruction' },
  },
  CASE_DECIDE: {
    ...{ counts: 'DAYS', amount: 15, floor: 1, ceiling: 15, source: 'Art. 22', ...owed },
    ...{ zh: '受理告知', en: 'Deciding whether to accept' },
  },
  CASE_SIGN: {
    ...{ counts: 'WORK_DAYS', amount: 1, floor: 0, ceiling: 3, source: 'R53', ...owed },
    ...{ zh: '案件签收', en: 'Signing for a case' },
  },
  CASE_OBJECT: {
    ...{ counts: 'WORK_DAYS', amount: 5, floor: 5, ceiling: 5, source: 'Art. 23', ...window },
    ...{ zh: '对案件交办提出异议', en: "Objecting to a case's assignment" },
  },
  CASE_ARBITRATE: {
    ...{ counts: 'WORK_DAYS', amount: 2, floor: 1, ceiling: 5, source: 'Art. 24', ...owed },
    ...{ zh: '交办异议裁定', en: 'Deciding an objection' },
  },
  CASE_POLICY_GENERAL: {
    ...{ counts: 'DAYS', amount: 7, floor: 1, ceiling: 14, source: 'R55', ...owed },
    ...{ zh: '一般事项办结', en: 'Settling a general case' },
  },
  CASE_POLICY_MAJOR: {
    ...{ counts: 'DAYS', amount: 14, floor: 1, ceiling: 30, source: 'R55', ...owed },
    ...{ zh: '重大疑难事项办结', en: 'Settling a major case' },
  },
  CASE_STATUTORY: {
    ...{ counts: 'DAYS', amount: 60, floor: 1, ceiling: 60, source: 'Art. 34', extension: 30, ...owed },
    ...{ zh: '法定办结期限', en: 'Statutory time limit' },
  },
  CASE_REWORK: {
    ...{ counts: 'DAYS', amount: 7, floor: 1, ceiling: 7, source: 'R56', ...owed },
    ...{ zh: '案件退回重办', en: 'Redoing a case' },
  },
  CASE_CLOSE: {
    ...{ counts: 'WORK_DAYS', amount: 5, floor: 1, ceiling: 10, source: 'R56', ...owed },
    ...{ zh: '结案审批', en: 'Closing a case' },
  },
  CASE_ANSWER: {
    ...{ counts: 'WORK_DAYS', amount: 3, floor: 1, ceiling: 5, source: 'R48', ...owed },
    ...{ zh: '案件答复', en: 'Telling what came of a case' },
  },
  REVISIT_FILING: {
    ...{ counts: 'DAYS', amount: 7, floor: 1, ceiling: 7, source: 'R62', ...owed },
    ...{ zh: '立案回访', en: 'Revisit after filing' },
  },
  REVISIT_PRE_CLOSE: {
    ...{ counts: 'DAYS', amount: 5, floor: 1, ceiling: 7, source: 'R56', ...owed },
    ...{ zh: '结案前回访', en: 'Revisit before closing' },
  },
  REVISIT_VERIFY: {
    ...{ counts: 'DAYS', amount: 5, floor: 1, ceiling: 15, source: 'R52', ...owed },
    ...{ zh: '核查回访', en: 'Revisit to verify a result' },
  },
  REVISIT_POST_CLOSE: {
    ...{ counts: 'MONTHS', amount: 1, floor: 1, ceiling: 1, source: 'R62', ...owed },
    ...{ zh: '结案后回访', en: 'Revisit after closing' },
  },
  ORDER_SIGN: {
    ...{ counts: 'WORK_DAYS', amount: 1, floor: 0, ceiling: 3, source: 'R68', ...owed },
    ...{ zh: '单子签收', en: 'Signing for an order' },
  },
  ORDER_RESULT: {
    ...{ counts: 'GIVEN', amount: 0, floor: 0, ceiling: 0, source: 'R68', ...owed },
    ...{ zh: '单子整改结果', en: 'Result of an order' },
  },
  ORDER_INSPECT: {
    ...{ counts: 'WORK_DAYS', amount: 5, floor: 1, ceiling: 10, source: 'R69', ...owed },
    ...{ zh: '单子检查验收', en: "Looking at an order's result" },
  },
  CENSURE_APPEAL: {
    ...{ counts: 'WORK_DAYS', amount: 5, floor: 5, ceiling: 5, source: 'R67', ...window },
    ...{ zh: '通报申诉', en: 'Appealing against a censure' },
  },
  CENSURE_DECIDE: {
    ...{ counts: 'WORK_DAYS', amount: 5, floor: 1, ceiling: 10, source: 'R67', ...owed },
    ...{ zh: '通报申诉答复', en: 'Deciding an appeal against a censure' },
  },
  CENSURE_RECTIFY: {
    ...{ counts: 'DAYS', amount: 30, floor: 7, ceiling: 60, source: 'R67', ...owed },
    ...{ zh: '通报整改', en: 'Putting right what was censured' },
  },
  CENSURE_VERIFY: {
    ...{ counts: 'WORK_DAYS', amount: 5, floor: 1, ceiling: 15, source: 'R67', ...owed },
    ...{ zh: '通报整改核验', en: 'Verifying what was put right' },
  },
  REVIEW_REQUEST: {
    ...{ counts: 'DAYS', amount: 30, floor: 30, ceiling: 30, source: 'Art. 35', ...window },
    ...{ zh: '申请复查', en: 'Asking for a review' },
  },
  REVIEW_ANSWER: {
    ...{ counts: 'DAYS', amount: 30, floor: 1, ceiling: 30, source: 'Art. 35', ...owed },
    ...{ zh: '复查答复', en: 'Answering a review' },
  },
  FINAL_REVIEW_ANSWER: {
    ...{ counts: 'DAYS', amount: 30, floor: 1, ceiling: 30, source: 'Art. 36', ...owed },
    ...{ zh: '复核答复', en: 'Answering a final review' },
  },
} as const satisfies Record<string, DeadlineRule>;

export type DeadlineRuleCode = keyof typeof DEADLINE_RULES;
export const DEADLINE_RULE_CODES = Object.keys(DEADLINE_RULES) as DeadlineRuleCode[];
export const ruleOf = (code: DeadlineRuleCode): DeadlineRule => DEADLINE_RULES[code];
/** Whether a county may set another amount. */
export const isAdjustable = ({ floor, ceiling }: Pick<DeadlineRule, 'floor' | 'ceiling'>): boolean => floor < ceiling;
