import type { AssignmentProblem, CaseProblem, DecisionProblem, PlanProblem } from '@lxq/schema/cases/case-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, RANGE, type Words } from '../platform/contract/words.ts';

const MANY: Words = ['最多 {max} 项', 'At most {max}'];
/** The same word for a name, wherever it is too short or too long. */
const lengths = <Field extends string>(...fields: Field[]) =>
  Object.fromEntries(
    fields.flatMap((field) => [
      [`${field}.SHORT`, LENGTH],
      [`${field}.LONG`, LENGTH],
    ]),
  ) as Record<`${Field}.SHORT` | `${Field}.LONG`, Words>;

export const CASE_DRAFT_WORDS: Record<ProblemKey<CaseProblem>, Words> = {
  ...lengths('title', 'brief'),
  'topic.MISSING': ['请选择类别', 'Choose a topic'],
  'place.MISSING': ['请选择事发地点', 'Choose a place'],
  'receivedOn.RANGE': ['收到日期应在最近 {max} 天之内', 'It was received within the last {max} days'],
  'concerns.MANY': MANY,
};
export const DECISION_WORDS: Record<ProblemKey<DecisionProblem>, Words> = {
  ...lengths('to', 'reason'),
  'route.MISSING': ['请选择导入的法定途径', 'Choose the legal procedure'],
  'to.MISSING': ['请填写转送或导入的单位', 'Write whom it goes to'],
  'reason.MISSING': ['请写明理由', 'Give the reason'],
};
export const ASSIGNMENT_WORDS: Record<ProblemKey<AssignmentProblem>, Words> = {
  ...lengths('outsiders', 'coLeaders', 'sectionHead', 'handler', 'noticeNo'),
  ...lengths('receiving', 'coordinating', 'supervising', 'carryingOut', 'reconciling'),
  'mainUnit.MISSING': ['请选择主办单位', 'Choose the main unit'],
  'sponsor.MISSING': ['请选择一名包案领导', 'Choose one leader who takes it'],
  'coUnits.MANY': MANY,
  'outsiders.MANY': MANY,
  'coLeaders.MANY': MANY,
  'resolveBy.RANGE': ['解决时间应在今天起 {max} 天内', 'It is to be solved within {max} days from today'],
  'consolidation.RANGE': RANGE,
};
export const PLAN_WORDS: Record<ProblemKey<PlanProblem>, Words> = {
  ...lengths('lead', 'members', 'plan'),
  'members.MANY': MANY,
};

/** Everything else that a case is refused with. */
export const CASE_WORDS = {
  case: ['该案件', 'case'],
  doneWith: ['案件已办结，不再添加材料', 'The case is done with; nothing is added any more'],
  report: ['该信息', 'report'],
  instruction: ['该批示', 'instruction'],
  channel: ['来源与所依据的信息、批示不符', 'How it came does not fit what it is opened on'],
  sealed: ['检举控告类事项请走密报渠道，由纪检经办处理', 'Accusations go to the discipline desk, sealed'],
  inProcess: ['该信息已立案，正在办理', 'A case is open on it already'],
  notOut: ['批示交办之后才能立交办案件', 'The instruction is dispatched first'],
  noSuchTopic: ['类别不存在或已停用，请重新选择', 'No such topic; please choose again'],
  noSuchPlace: ['地点不存在或已停用，请重新选择', 'No such place; please choose again'],
  noSuchUnit: ['单位不存在或已停用，请重新选择', 'No such unit; please choose again'],
  noSuchLeader: ['包案领导不存在或已离任，请重新选择', 'No such leader; please choose again'],
  theOffice: [
    '县群工办负责督办和回访，不能作为承办单位',
    'The county office supervises and cannot be the unit that acts',
  ],
  coUnits: ['协办单位不能与主办单位相同', 'None of the co-units is the main unit'],
  concerned: ['事项涉及该单位，应当回避，请选其他单位', 'It is about that unit, which recuses itself: choose another'],
  officeConcern: [
    '涉及县群工办自身的事项由上级机关受理，不在此登记',
    'What is about the county office itself belongs to the authority above and is not registered here',
  ],
  ownConcern: ['事项涉及本单位，应由其他单位登记', 'It is about your own unit: another registers it'],
  sameNotice: ['该文号已用于另一件案件', 'This number belongs to another case'],
  theSameUnit: [
    '该单位刚提出异议，请改派其他单位，或维持原交办',
    'This unit has objected: choose another, or uphold the dispatch',
  ],
  written: ['申诉求决事项须填写诉求、依据和救济途径', 'An appeal wants request, basis and remedy'],
  sentOtherwise: ['同一编号已有不同内容的案件，请核对', 'This id was sent before with another text; please compare'],
} satisfies Record<string, Words>;
