import type { Words } from '../contract/words.ts';

/** What a file says beside its rows. */
export const SHEET_WORDS = {
  rows: ['数据', 'Data'],
  about: ['说明', 'About'],
  title: ['标题', 'Title'],
  question: ['问题', 'Question'],
  scope: ['范围', 'Scope'],
  asOf: ['数据截至', 'As of'],
  count: ['行数', 'Rows'],
  sheets: ['数据工作表', 'Sheets of rows'],
  hash: ['条件校验码', 'Hash of the predicate'],
  definitions: ['指标说明', 'Definitions'],
  name: ['指标', 'Measure'],
  formula: ['算法', 'Formula'],
  denominator: ['分母', 'Denominator'],
  source: ['来源', 'Source'],
  cut: [
    '……〔全文 {length} 字，此处放不下，请导出 CSV〕',
    '… [{length} characters in all do not fit here; export as CSV]',
  ],
  cutTexts: ['放不下而截短的文字', 'Texts cut to what a cell holds'],
  tooLong: ['Word 表格最多 {max} 行，请改用 XLSX 或 CSV', 'A Word table has at most {max} rows; export XLSX or CSV'],
  tooWide: ['最多 {max} 列，请减少列', 'At most {max} columns; ask for fewer'],
} satisfies Record<string, Words>;
