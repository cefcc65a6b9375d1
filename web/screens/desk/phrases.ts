import type { ReportDeed } from '@lxq/schema/reports/report-states.ts';

/** 常用语, to be completed. What goes into the record is Chinese whatever language the desk is read in: Chinese units read it. */
export const PHRASES: Partial<Record<ReportDeed, readonly string[]>> = {
  return: [
    '请补充具体地点（村、组、位置）。',
    '请补充涉及的户数、人数。',
    '请写明发生时间和目前情况。',
    '请说明已做过哪些工作、群众的诉求是什么。',
    '内容含个人信息，请隐去姓名、电话和证件号码后再报。',
  ],
  reply: ['已转有关单位办理，结果另行告知。', '已现场核实，情况属实，正在解决。', '问题已解决，请向群众做好解释。'],
  cannotTell: ['匿名反映，无法联系。', '多次联系未果。', '已外出务工，暂时联系不上。'],
  lowerUrgent: ['经核实，情况没有所报的紧急。', '险情已排除，按一般事项办理。'],
  archive: ['已办结，无后续事项。', '情况已了解，暂不采用。', '不属于群众工作信息范围。'],
};
