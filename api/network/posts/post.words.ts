import { LIMITS } from '@lxq/schema/limits.ts';
import type { PostProblem, StandInProblem } from '@lxq/schema/network/post-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../../platform/contract/words.ts';

const EARLY: Words = ['止期不能早于起期', 'It cannot end before it begins'];

/** Of a post as the administrator adds it. */
export const DRAFT_WORDS: Record<ProblemKey<PostProblem>, Words> = {
  'person.MISSING': ['请选择在用的人员', 'Choose a person who is active'],
  'role.MISSING': ['请选择身份', 'Choose a role'],
  'role.ELSEWHERE': [
    '信息员、纪检经办和系统管理员的岗位请用“任职”表导入',
    'Officers, discipline clerks and administrators come in by the posts file',
  ],
  'role.UNIT': ['这类单位没有该身份', 'There is no such role at a unit of this kind'],
  'capacity.ROLE': ['该身份不能是这一职务类别', 'This role cannot have that capacity'],
  'validTo.EARLY': EARLY,
};

/** Of a stand-in as named. */
export const STAND_IN_WORDS: Record<ProblemKey<StandInProblem>, Words> = {
  'person.MISSING': ['请选择一位有在任岗位的人员', 'Choose somebody with a post in force'],
  'validFrom.PAST': ['代理须从今天或以后开始', 'It begins today or later'],
  'validTo.EARLY': EARLY,
  'validTo.LATE': ['一次代理最多 {max} 天', 'At most {max} days at a time'],
  'reason.SHORT': LENGTH,
  'reason.LONG': LENGTH,
};

/** Everything else that a post or a stand-in is refused with. */
export const POST_WORDS = {
  post: ['该岗位', 'post'] as Words,
  unit: ['该单位', 'unit'] as Words,
  standIn: ['该代理', 'stand-in'] as Words,
  closed: ['该单位已停用，不能增设岗位', 'This unit is closed: no post can be added'] as Words,
  own: ['不能改变自己的岗位，请由另一位管理员办理', 'Another administrator changes your own posts'] as Words,
  holdsIt: (name: string): Words => [
    `${name}在该单位同一时间已有这一身份的岗位`,
    `${name} holds this role here already in that time`,
  ],
  onePrincipal: (name: string, from: string): Words => [
    `该单位已有主要负责人：${name}（自 ${from}）。请先结束其岗位或改变其职务类别`,
    `${name} is the principal here (since ${from}); end that post or change its capacity first`,
  ],
  wasPrincipal: (name: string, to: string): Words => [
    `${name}任主要负责人到 ${to}，与本岗位的时间重叠。请结束本岗位，再从 ${to} 之后起增设`,
    `${name} was the principal until ${to}, within the days of this post; end it, and add one that begins later`,
  ],
  hasEnded: ['该岗位已经结束', 'This post has ended'] as Words,
  endsBefore: (day: string): Words => [`止期不能早于起期 ${day}`, `It cannot end before it began, on ${day}`],
  endsAlready: (day: string): Words => [
    `该岗位已定于 ${day} 结束，只能提前`,
    `It ends on ${day} already; only earlier`,
  ],
  notLent: [
    '信息员、纪检经办和系统管理员的岗位不设代理',
    'Nobody stands in for officers, discipline clerks and administrators',
  ] as Words,
  notHolder: [
    '只有岗位本人或系统管理员可以设定和结束代理；代理人不能再转',
    'Only the holder of the post or an administrator decides on stand-ins; a stand-in passes nothing on',
  ] as Words,
  ownStandIn: [
    '不能指定或结束自己的代理，请由另一位管理员办理',
    'Another administrator decides for whom you stand in',
  ] as Words,
  himself: ['代理人不能是岗位本人', 'Nobody stands in for themselves'] as Words,
  taken: (name: string, from: string, to: string): Words => [
    `这段时间已由${name}代理（${from} 至 ${to}），请先结束或改期`,
    `${name} stands in from ${from} to ${to}; end that first, or choose other days`,
  ],
  beyondPost: (day: string): Words => [`该岗位于 ${day} 结束，代理不能更晚`, `The post itself ends on ${day}`],
  isOver: ['该代理已经结束', 'It has ended'] as Words,
  text: [
    `请输入姓名中的一个字以上，最多 ${LIMITS.search.max} 字`,
    `Write a part of the name, at most ${LIMITS.search.max} characters`,
  ] as Words,
};
