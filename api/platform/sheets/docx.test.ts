import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { docxLines, docxPart } from '../papers/text.reading.ts';
import { DOCX_ROWS } from './docx.ts';
import { sheetName } from './sheet.about.ts';
import { exampleRows, exampleSheet } from './sheet.example.ts';
import type { Sheet } from './sheet.ts';
import { SHEET_WRITERS } from './sheet.writers.ts';

const written = (given: Partial<Sheet>) => buffer(SHEET_WRITERS.DOCX.write(exampleSheet(given)));

test('a Word table says what it is of, then its rows under their heading, then what its figures mean', async () => {
  const docx = await written({ rows: exampleRows(1) });
  expect(docxLines(docx)).toEqual([
    '各乡镇超期情况',
    '问题：超期在哪里',
    '范围：全县',
    '数据截至：2026-11-30 10:00',
    '条件校验码：3f2a9c1b7d5e4f60',
    ...['编号', '标题', '地点代码', '乡镇', '村', '类别', '发生日期', '报送时间', '答复天数', '按时率', '状态', '备注'],
    ...[
      '00000001',
      '群众反映第1次：村内饮水管网老化，夏季用水高峰时段水压不足',
      '0990101101201001',
      '第1乡镇',
      '第1村',
    ],
    ...['=农业农村·1', '2026-01-02', '2026-01-01 08:00', '0.25', '0.1%', '办理中'],
    ...['指标', '算法', '分母', '来源', '按时率', '按时办结 ÷ 应办结', '应办结', 'R47'],
  ]);
  const xml = docxPart(docx, 'word/document.xml');
  expect(xml).toContain('<w:tblHeader/>');
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
});

test('a table of few columns stands upright', async () => {
  const docx = await written({ columns: [{ name: '乡镇', kind: 'TEXT' }], rows: exampleRows(1) });
  expect(docxPart(docx, 'word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
});

test('a table too long for a document is refused and not cut', async () => {
  await expect(written({ rows: exampleRows(DOCX_ROWS + 1) })).rejects.toThrow(`at most ${DOCX_ROWS} rows`);
});

test('a file is named by question, scope, day and hash, whatever signs they have', () => {
  const sheet = exampleSheet({ question: '近十日各乡镇同比 / "环比"?', scope: '全县: 信息' });
  expect(sheetName(sheet)).toBe('近十日各乡镇同比环比_全县信息_2026-11-30_3f2a9c1b');
});
