import type { HeadProblem, ItemProblem } from '@lxq/schema/digests/digest-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

const { recipients } = LIMITS.digest;
const RECIPIENTS: Words = [
  `每类最多 ${recipients.perKind} 个对象，每个最多 ${recipients.name} 字`,
  `At most ${recipients.perKind} recipients of ${recipients.name} characters each`,
];

/** Of an issue's head and items as a clerk writes them. */
export const DRAFT_WORDS: Record<ProblemKey<HeadProblem | ItemProblem>, Words> = {
  'title.SHORT': LENGTH,
  'title.LONG': LENGTH,
  'mark.SHORT': LENGTH,
  'mark.LONG': LENGTH,
  'copies.RANGE': ['印数应在 {min} 到 {max} 之间', 'Print {min} to {max} copies'],
  'recipients.report.MANY': RECIPIENTS,
  'recipients.send.MANY': RECIPIENTS,
  'recipients.issue.MANY': RECIPIENTS,
  'item.title.SHORT': LENGTH,
  'item.title.LONG': LENGTH,
};

const IN_USE = '已编入摘报、标记为不采用，或已退回、撤回';

/** Everything else that an issue, its items and its files are refused with; what its checks find stands beside them (issuing). */
export const DIGEST_WORDS = {
  digest: ['该期摘报', 'digest'],
  item: ['该条目', 'digest item'],
  file: ['该文件', 'file'],
  noPicture: ['该照片', 'picture'],
  noSuchPortfolio: ['没有这个领导分工，请重新选择', 'No such portfolio; please choose again'],
  noVersion: ['缺少条目版本', 'Say upon which version this is written'],
  itemOvertaken: [
    '条目已被他人修改，两份内容均已保留，请核对',
    'Somebody else changed this item; both texts are kept, please compare',
  ],
  notIssuedItem: ['只能更正已印发的条目', 'Only an issued item can be corrected'],
  order: ['排序须列出本期全部条目，各一次', 'Name every item of the issue exactly once'],
  items: [`一期最多 ${LIMITS.digest.items} 条`, `An issue has at most ${LIMITS.digest.items} items`],
  sourceInUse: [`有信息${IN_USE}`, 'A report stands in an issue already, was set aside, given back or taken back'],
  noneGathered: [
    `所选信息${IN_USE}`,
    'The chosen reports stand in an issue already, or were set aside, given back or taken back',
  ],
  pictures: [
    `每条最多选用 ${LIMITS.digest.item.pictures} 张照片`,
    `An item carries at most ${LIMITS.digest.item.pictures} pictures`,
  ],
  picture: [
    '只能选用本条所依据信息中已到的照片；密报的、已撤回的不能选用',
    'An item carries pictures that have arrived, of reports that it rests on; not of sealed ones, and none that was taken back',
  ],
  picturesHandled: ['有照片刚被撤回或所属信息刚被转为密报', 'A picture has just been taken back, or its report sealed'],
  sourceHandled: ['有信息刚被他人处理', 'A report has just been handled by somebody else'],
  periodNotBegun: ['下一期的时段还没有开始', 'The next period has not begun'],
  previousNotIssued: ['上一期尚未印发', 'The previous issue has not been issued'],
  notIssued: ['尚未印发', 'It has not been issued'],
  body: ['正文格式不符（{place}），请用编辑器修改', '{message}'],
  overtaken: ['{by}已先{zh}本期，请核对后重试', '{by} has {en} this issue meanwhile; look again'],
} satisfies Record<string, Words>;

/** Said of whoever was first: what they did, by the deed's name in the audit. */
export const DONE_WORDS: Record<string, Words> = {
  open: ['开启', 'opened'],
  submitForReview: ['送审', 'submitted'],
  sendBack: ['退回', 'sent back'],
  approve: ['签发', 'approved'],
  issue: ['印发', 'issued'],
  void: ['作废', 'voided'],
};
