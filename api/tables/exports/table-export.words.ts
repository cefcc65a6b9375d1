import type { Words } from '../../platform/contract/words.ts';

/** What an export is refused with, and what it says when there is no file. */
export const EXPORT_WORDS = {
  export: ['该导出文件', 'export'],
  measure: ['导出明细时请给出指标', 'Name the measure whose rows are to be exported'],
  tooMany: [
    '明细共 {rows} 行，{format} 最多导出 {most} 行，请缩小范围后再导出',
    'There are {rows} rows; {format} takes at most {most}. Narrow it down',
  ],
  tooManyForPaper: [
    '明细共 {rows} 行，Word 表格（DOCX）最多 {most} 行，请改用 XLSX 或 CSV，或缩小范围',
    'There are {rows} rows; a Word table (DOCX) takes at most {most}. Export XLSX or CSV, or narrow it down',
  ],
  open: [
    '已有 {most} 个导出正在进行，请等其完成或先取消',
    '{most} exports of yours are under way; wait for one, or cancel it',
  ],
  done: ['该导出已结束，无法取消', 'This export is over and cannot be cancelled'],
  ended: [
    '申请导出时的岗位已结束或已变动，文件未生成；请以现任岗位重新导出',
    'The post it was asked for under has ended or changed; export again under a post of today',
  ],
} satisfies Record<string, Words>;

/** What a file calls its columns. */
export const COLUMN_WORDS = {
  no: ['编号', 'No.'],
  title: ['标题', 'Title'],
  place: ['地点', 'Place'],
  at: ['时间', 'Time'],
  state: ['状态', 'State'],
  code: ['{name}代码', 'Code of {name}'],
  total: ['合计', 'Total'],
  denominators: ['分母', 'of'],
  compared: ['对比期', 'compared'],
  comparedDenominators: ['对比期分母', 'compared, of'],
  lows: ['95% 下限', 'lower bound, 95 %'],
  highs: ['95% 上限', 'upper bound, 95 %'],
  by: ['{measures}（按{dimensions}）', '{measures} by {dimensions}'],
  rows: ['{measures}明细', '{measures}: rows'],
  days: ['{from}至{to}', '{from} to {to}'],
} satisfies Record<string, Words>;
