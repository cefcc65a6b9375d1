import type { Guarantees } from '../cases/case-draft.ts';
import type { CaseDeed } from '../cases/case-machine.ts';
import type { CaseState } from '../cases/case-states.ts';
import type { CaseChannel, CaseOutcome, CasePurpose, CaseRoute, NoticeForm } from '../cases/case-words.ts';
import type { OrderKind } from '../orders/order-states.ts';
import type { Finding, OpinionForm } from '../results/result-draft.ts';
import type { SignsAs } from '../results/signs-as.ts';
import type { Rating, RevisitKind, RevisitMethod } from '../revisits/revisit-states.ts';
import type { Capacity } from '../roles.ts';

/** What papers and screens call the same things by, said once: papers are Chinese alone, and web/i18n/words.zh.ts takes these from here. */
export const PAPER_WORDS = {
  caseChannel: {
    INSTRUCTION: '领导批示',
    REPORT: '信息员报送',
    LETTER: '来信',
    CALL: '来电',
    WALK_IN: '来访',
    HOTLINE: '群工热线',
    MAILBOX: '群工信箱',
  } satisfies Record<CaseChannel, string>,
  casePurpose: { SUGGESTION: '建议意见', APPEAL: '申诉求决' } satisfies Record<CasePurpose, string>,
  caseOutcome: {
    ...{ ACCEPTED: '受理', TRANSFERRED: '转送', REDIRECTED: '导入法定途径', NOT_ACCEPTED: '不予受理' },
  } satisfies Record<CaseOutcome, string>,
  caseRoute: {
    LITIGATION: '诉讼',
    ARBITRATION: '仲裁',
    PARTY_APPEAL: '党员申诉、申请复审',
    ADMINISTRATIVE: '行政裁决、行政确认等行政程序',
    STATUTORY_DUTY: '履行法定职责',
    DISCIPLINE: '纪检监察',
  } satisfies Record<CaseRoute, string>,
  noticeForm: {
    ...{ PAPER: '书面告知', MESSAGE: '短信或网上告知', ON_THE_SPOT: '当场书面告知', UNKNOWN: '联系方式不明' },
  } satisfies Record<NoticeForm, string>,
  guarantee: {
    receiving: '包接待',
    coordinating: '包协调',
    supervising: '包督办',
    carryingOut: '包落实',
    reconciling: '包稳定（解释疏导）',
  } satisfies Record<keyof Guarantees, string>,
  finding: {
    ...{ TRUE_RESOLVED: '属实，已解决', TRUE_DEFERRED: '属实，一时不能解决', NOT_TRUE: '不属实' },
  } satisfies Record<Finding, string>,
  opinionForm: {
    SIGNED: '群众已签署意见',
    DRAWN: '群众已在屏幕签名',
    REFUSED: '群众不愿签署',
    UNKNOWN: '没有具体当事人',
  } satisfies Record<OpinionForm, string>,
  revisitKind: {
    ...{ FILING: '立案回访', PRE_CLOSE: '结案前回访', POST_CLOSE: '结案后回访', VERIFY: '核查回访' },
  } satisfies Record<RevisitKind, string>,
  revisitMethod: { PHONE: '电话回访', DOOR: '上门回访', MEETING: '当面核实' } satisfies Record<RevisitMethod, string>,
  rating: { SATISFIED: '满意', FAIRLY: '基本满意', DISSATISFIED: '不满意' } satisfies Record<Rating, string>,
  capacity: {
    PRINCIPAL: '主要负责人',
    IN_CHARGE: '分管领导',
    OFFICE_HEAD: '群工办主任',
    GROUP_HEAD: '领导小组组长',
    MAIN_LEADER: '党政主要领导',
  } satisfies Record<Capacity, string>,
  signsAs: { RESPONSIBLE: '责任人', PRINCIPAL: '主要领导' } satisfies Record<SignsAs, string>,
  caseState: {
    REGISTERED: '已登记',
    ACCEPTED: '已受理',
    TRANSFERRED: '已转送',
    REDIRECTED: '已导入法定途径',
    NOT_ACCEPTED: '不予受理',
    FILED: '已立案',
    ASSIGNED: '已交办',
    OBJECTED: '提出异议',
    HANDLING: '办理中',
    REPORTED: '已报结',
    PRE_CLOSE_VISITED: '结案前已回访',
    REWORK: '退回重办',
    CLOSED: '已结案',
    REOPENED: '重启办理',
    REVIEW: '复查',
    FINAL_REVIEW: '复核',
    TERMINATED: '程序终结',
    ARCHIVED: '归档',
  } satisfies Record<CaseState, string>,
  orderKind: { GUIDANCE: '下单子', SUPERVISION: '督办单' } satisfies Record<OrderKind, string>,
  /** Deeds of a case, in its history and on its buttons, where its own word is another than a report's. */
  caseDeed: {
    openCase: '登记',
    decide: '受理决定',
    settle: '当场解决',
    file: '立案',
    assign: '交办',
    recall: '收回交办',
    signFor: '签收',
    coSign: '协办签收',
    object: '提出异议',
    uphold: '维持交办',
    reassign: '改派单位',
    plan: '组班子定方案',
    log: '记办理日志',
    draftResult: '填写办理报告',
    submitResult: '签字报结',
    visit: '回访属实',
    visitedInVain: '回访未解决，退回重办',
    rework: '退回重办',
    sign: '结案签字',
    close: '结案',
    answer: '答复',
    cannotTell: '无法答复',
    reopen: '重启办理',
    relapse: '回访反弹，重启办理',
    review: '申请复查',
    answerReview: '复查答复',
    finalReview: '申请复核',
    link: '登记联动',
    answerFinalReview: '复核答复',
    archive: '归档',
  } satisfies Record<CaseDeed | 'openCase', string>,
};
