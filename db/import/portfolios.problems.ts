import type { Problem } from './finding.ts';

/** What can be wrong with 领导分工. */
export const portfolioProblems = {
  nameLength: (min: number, max: number): Problem => ({
    code: 'NAME_LENGTH',
    what: { zh: `分工名称不是 ${min}—${max} 字`, en: `the name has not ${min} to ${max} characters` },
    remedy: { zh: '写明分管的工作,如“农业农村工作”', en: 'say what the leader has in charge' },
  }),
  badPosition: (max: number): Problem => ({
    code: 'BAD_POSITION',
    what: { zh: '顺序不是整数', en: 'the position is no whole number' },
    remedy: { zh: `填 0—${max} 的整数,或留空`, en: `write 0 to ${max}, or leave it empty` },
  }),
  notLeader: (): Problem => ({
    code: 'NOT_LEADER',
    what: { zh: '此人没有在任的县领导岗位', en: 'the person has no leader’s post in force' },
    remedy: { zh: '先用“任职”导入其县领导岗位,或换人', en: 'import their leader’s post first, or name another person' },
  }),
  topicUnknown: (text: string): Problem => ({
    code: 'TOPIC_UNKNOWN',
    what: { zh: `没有在用的信息类别“${text}”`, en: `no topic in use is called “${text}”` },
    remedy: { zh: '填写“系统管理—信息类别”中的名称或代码', en: 'write a name or code of the topics dictionary' },
  }),
  topicAmbiguous: (codes: string): Problem => ({
    code: 'TOPIC_AMBIGUOUS',
    what: { zh: '有几个同名的信息类别', en: 'several topics have this name' },
    remedy: { zh: `改填代码:${codes}`, en: `write the code: ${codes}` },
  }),
  topicTwice: (line: number): Problem => ({
    code: 'TOPIC_TWICE',
    what: { zh: `此类别已在第 ${line} 行`, en: `the topic stands on line ${line} already` },
    remedy: { zh: '一个类别只归一项分工,删去其一', en: 'a topic stands in one portfolio; keep one of the two' },
  }),
};
