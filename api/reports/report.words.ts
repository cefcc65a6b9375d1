import { LIMITS } from '@lxq/schema/limits.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import type { ReportProblem } from '@lxq/schema/reports/report-draft.ts';
import type { PlanProblem } from '@lxq/schema/reports/urgent-plan.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { RANGE, REASON, type Words } from '../platform/contract/words.ts';

const NO_SUCH_TOPIC: Words = ['类别不存在或已停用，请重新选择', 'No such topic; please choose again'];

/** Of a report as it is told. */
export const DRAFT_WORDS: Record<ProblemKey<ReportProblem>, Words> = {
  'topic.MISSING': NO_SUCH_TOPIC,
  'content.SHORT': ['内容至少 {min} 字，现有 {length} 字', 'Write at least {min} characters; there are {length}'],
  'content.LONG': ['内容最多 {max} 字，请删减', 'At most {max} characters; please shorten it'],
  'outsideAreaReason.SHORT': REASON,
  'outsideAreaReason.LONG': REASON,
  'occurredAt.MISSING': ['请填写发生时间', 'Give the time'],
  'occurredAt.FUTURE': ['发生时间不能晚于现在', 'It cannot have happened in the future'],
  'occurredAt.EARLY': ['发生时间过早，请核对年份', 'It is too long ago; please check the year'],
  'households.RANGE': RANGE,
  'people.RANGE': RANGE,
};

/** Of what is done about an urgent one. */
export const PLAN_WORDS: Record<ProblemKey<PlanProblem>, Words> = {
  'text.SHORT': REASON,
  'text.LONG': REASON,
  'unit.MISSING': ['没有这个单位', 'No such unit'],
  'dueAt.PAST': ['完成时间须晚于现在', 'It must be done at a time to come'],
  'noticeTo.SHORT': REASON,
  'noticeTo.LONG': REASON,
  'noticeAt.FUTURE': ['报告时间不能晚于现在', 'It cannot have been told in the future'],
};

/** Everything else that a report, or a question about reports, is refused with. */
export const REPORT_WORDS = {
  report: ['该信息', 'report'],
  standIn: [
    '代理岗位时不能报送信息，请切换到本人岗位',
    'What you report you report as yourself: switch to your own post',
  ],
  outsideArea: ['地点不在本人联系范围内，请填写原因', 'The place is outside your area: give the reason'],
  noSuchPlace: ['地点不在区划目录中，请重新选择', 'No such place; please choose again'],
  noSuchTopic: NO_SUCH_TOPIC,
  noSuchSource: ['来源不存在，请重新选择', 'No such source; please choose again'],
  sentOtherwise: [
    '同一编号已报送过不同内容，两份均已保留，请核对',
    'This id was sent before with other content; both are kept, please compare',
  ],
  handledAlready: ['已被他人处理，请刷新', 'Somebody else handled it; refresh'],
  masterIsClosed: ['主件已不在办理中', 'The primary is no longer open'],
  memberHasMembers: ['该信息已有并入件，请以它为主件', 'Others were merged into it; make it the primary'],
  bulk: [`一次可处理 1 到 ${LIMITS.bulk} 条`, `Choose 1 to ${LIMITS.bulk} rows`],
  pivot: [
    `最多 ${SERVER_LIMITS.pivot.most} 个月，请缩短时段`,
    `At most ${SERVER_LIMITS.pivot.most} months; choose a shorter time`,
  ],
  searchLong: [`最多 ${LIMITS.search.max} 字`, `At most ${LIMITS.search.max} characters`],
  searchShort: ['请输入至少两个字', 'Enter at least two characters'],
  noDesk: ['只有办理单位可以按指派和标记筛选', 'Only a desk can choose by who takes it or by its markers'],
  nothingDue: ['按期限排序只适用于待办和超期', 'Only what waits to be judged can stand by what is due first'],
  searchEmpty: ['请输入文字或数字', 'Enter letters or digits'],
} satisfies Record<string, Words>;
