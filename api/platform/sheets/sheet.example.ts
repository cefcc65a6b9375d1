import type { Sheet, SheetColumn, SheetRow } from './sheet.ts';

/** Twelve columns of every kind, as an export of reports has them. */
export const EXAMPLE_COLUMNS: readonly SheetColumn[] = [
  { name: '编号', kind: 'CODE' },
  { name: '标题', kind: 'TEXT' },
  { name: '地点代码', kind: 'CODE' },
  { name: '乡镇', kind: 'TEXT' },
  { name: '村', kind: 'TEXT' },
  { name: '类别', kind: 'TEXT' },
  { name: '发生日期', kind: 'DAY' },
  { name: '报送时间', kind: 'INSTANT' },
  { name: '答复天数', kind: 'NUMBER' },
  { name: '按时率', kind: 'PERCENT' },
  { name: '状态', kind: 'TEXT' },
  { name: '备注', kind: 'TEXT' },
];

const BEGUN = Date.UTC(2026, 0, 1);
export const exampleRow = (i: number): SheetRow => [
  String(i).padStart(8, '0'),
  `群众反映第${i}次：村内饮水管网老化，夏季用水高峰时段水压不足`,
  `0${990_101_101_201_000 + (i % 400)}`,
  `第${i % 20}乡镇`,
  `第${i % 400}村`,
  `=农业农村·${i % 60}`,
  new Date(BEGUN + (i % 360) * 86_400_000).toISOString().slice(0, 10),
  new Date(BEGUN + i * 31_000),
  (i % 97) / 4,
  (i % 1000) / 10,
  i % 3 ? '办理中' : '已办结',
  i % 5 ? null : `备注 ${i} <待核> & 其他`,
];

export async function* exampleRows(count: number): AsyncGenerator<SheetRow> {
  for (let i = 1; i <= count; i++) yield exampleRow(i);
}

export const exampleSheet = (given: Partial<Sheet> = {}): Sheet => ({
  title: '各乡镇超期情况',
  question: '超期在哪里',
  scope: '全县',
  asOf: new Date('2026-11-30T02:00:00Z'),
  definitions: [{ name: '按时率', formula: '按时办结 ÷ 应办结', denominator: '应办结', source: 'R47' }],
  hash: '3f2a9c1b7d5e4f60',
  columns: EXAMPLE_COLUMNS,
  rows: exampleRows(3),
  language: 'zh',
  ...given,
});
