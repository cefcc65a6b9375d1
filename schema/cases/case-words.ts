/** How a case came (R29, R46): from a leader's instruction, from a report, or by hand. */
export const CASE_CHANNELS = ['INSTRUCTION', 'REPORT', 'LETTER', 'CALL', 'WALK_IN', 'HOTLINE', 'MAILBOX'] as const;
export type CaseChannel = (typeof CASE_CHANNELS)[number];
/** Those that a clerk chooses. */
export const BY_HAND: readonly CaseChannel[] = ['LETTER', 'CALL', 'WALK_IN', 'HOTLINE', 'MAILBOX'];

/** 建议意见 / 申诉求决. An accusation is no case: it goes to the discipline desk, sealed (Art. 30). */
export const CASE_PURPOSES = ['SUGGESTION', 'APPEAL'] as const;
export type CasePurpose = (typeof CASE_PURPOSES)[number];

/** 一般 / 重大疑难 (R55). */
export const CASE_GRADES = ['GENERAL', 'MAJOR'] as const;
export type CaseGrade = (typeof CASE_GRADES)[number];

/** 受理 / 转送 / 导入法定途径 / 不予受理. */
export const CASE_OUTCOMES = ['ACCEPTED', 'TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
/** Ways of the law that another organ goes (Art. 31, 22): courts, arbitration, appeals within the party, administrative procedures, duties that an organ has, and discipline. */
export const CASE_ROUTES = [
  'LITIGATION',
  'ARBITRATION',
  'PARTY_APPEAL',
  'ADMINISTRATIVE',
  'STATUTORY_DUTY',
  'DISCIPLINE',
] as const;
export type CaseRoute = (typeof CASE_ROUTES)[number];
/** How the petitioner was told of the decision in writing; nobody can be where nobody is known. */
export const NOTICE_FORMS = ['PAPER', 'MESSAGE', 'ON_THE_SPOT', 'UNKNOWN'] as const;
export type NoticeForm = (typeof NOTICE_FORMS)[number];

/** 维持 / 撤销重办. */
export const REVIEW_OUTCOMES = ['UPHELD', 'REVOKED'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** 三个联动 (R38): the five sources of information, the supervision office, discipline and procuratorate. */
export const LINKAGES = ['SOURCES', 'SUPERVISION', 'DISCIPLINE'] as const;
export type Linkage = (typeof LINKAGES)[number];
