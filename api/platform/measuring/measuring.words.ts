import type { Words } from '../contract/words.ts';

/** What a question is refused with. */
export const MEASURING_WORDS = {
  noMeasure: ['请至少选择一个指标', 'Choose at least one measure'],
  mostMeasures: ['一张表最多 {most} 个指标，请分成几张表', 'A table holds at most {most} measures; make it several'],
  unknown: ['没有名为“{name}”的指标，请从指标目录中选择', 'No measure is called "{name}"; choose from `measures`'],
  notYours: ['当前岗位看不到“{subject}”，请去掉指标“{label}”', 'Your post does not see {subject}; leave out "{label}"'],
  dimensions: [
    '最多按 {rows} 个维度分行、{columns} 个维度分列，请减少维度',
    'At most {rows} dimensions make rows and {columns} columns; ask for fewer',
  ],
  twice: ['“{dimension}”只能用一次，请去掉重复的维度', 'Use the dimension "{dimension}" once'],
  unfit: [
    '指标“{label}”不能按“{dimension}”统计，请去掉该维度，或改用能按它统计的指标',
    'The measure "{label}" has no {dimension}; leave the dimension out, or choose another measure',
  ],
  unfitFilter: [
    '指标“{label}”不能按“{dimension}”筛选，请去掉该筛选条件，或改用其他指标',
    'The measure "{label}" cannot be narrowed by {dimension}; leave the filter out, or choose another measure',
  ],
  unfitProblems: [
    '指标“{label}”不分是否为问题，请取消“只看问题”',
    'The measure "{label}" knows no problems; leave out `problemsOnly`',
  ],
  days: ['起始日期应不晚于截止日期', 'The first day must not be after the last'],
  compareDays: ['与往期比较时，请给出起始和截止日期', 'To compare, give the first and the last day'],
  place: ['编码应为 15 位数字', 'A code has 15 digits'],
  cells: [
    '结果超过 {most} 格，请减少维度、缩短时间或加筛选条件',
    'There are more than {most} cells; ask for fewer dimensions, fewer days or narrow it down',
  ],
  cost: [
    '这张表的开销为 {cost}，上限为 {most}，请减少指标、维度或比较',
    'This table costs {cost} of at most {most}; ask for fewer measures or dimensions, or do not compare',
  ],
  key: ['“{code}”不是“{dimension}”的取值，请从表中选择', '"{code}" is no {dimension}; choose one of the table'],
  part: ['指标“{label}”没有分母，请查看分子', 'The measure "{label}" has no denominator; ask for its numerator'],
  notInTable: [
    '表中没有指标“{name}”，请从表中选择',
    'The table does not have the measure "{name}"; choose one of its own',
  ],
} as const satisfies Record<string, Words>;
