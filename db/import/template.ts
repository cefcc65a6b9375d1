import { writeFile } from 'node:fs/promises';
import ExcelJS from '@protobi/exceljs';
import { stringify } from 'csv-stringify/sync';
import { divisionsSheet } from './divisions.sheet.ts';
import { type KindName, kindOf } from './kinds.ts';
import { fieldsOf, label, type Sheet } from './sheet.ts';
import { ROLE_WORDS, UNIT_KIND_WORDS, YES_NO } from './words.ts';

/** A file to fill in: headings in both languages and one example row, which an import recognises and skips. */
export async function writeTemplate(kind: KindName, file: string, isXlsx: boolean): Promise<void> {
  const { sheet } = kindOf(kind);
  const bytes = isXlsx ? await workbook(sheet) : csv(sheet);
  await writeFile(file, bytes, { flag: 'wx' });
}

/** With a BOM, without which Excel reads UTF-8 as GBK. */
function csv(sheet: Sheet<string>): string {
  return stringify([headings(sheet), examples(sheet)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

async function workbook(sheet: Sheet<string>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const table = book.addWorksheet(sheet.zh, { views: [{ state: 'frozen', ySplit: 1 }] });
  table.columns = fieldsOf(sheet).map((field) => ({ header: label(sheet, field), width: 22, style: { numFmt: '@' } }));
  table.addRow(examples(sheet));
  table.getRow(1).font = { bold: true };
  for (const [i, field] of fieldsOf(sheet).entries()) offerWords(table.getColumn(i + 1), sheet, field);
  describe(book.addWorksheet('说明 Notes'), sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const headings = (sheet: Sheet<string>) => fieldsOf(sheet).map((field) => label(sheet, field));
const examples = (sheet: Sheet<string>) => fieldsOf(sheet).map((field) => sheet.columns[field]?.example ?? '');

const ROWS_WITH_CHOICES = 1000;
const CHOICES: Record<string, string[]> = {
  'units kind': Object.values(UNIT_KIND_WORDS).map(([first = '']) => first),
  'posts role': Object.values(ROLE_WORDS).map(([first = '']) => first),
  'units active': [YES_NO.YES, YES_NO.NO].map(([first = '']) => first),
  'people active': [YES_NO.YES, YES_NO.NO].map(([first = '']) => first),
  [`${divisionsSheet.name} level`]: ['county', 'township', 'village'],
};

/** A drop-down where a column takes one of a few words. */
function offerWords(column: ExcelJS.Column, sheet: Sheet<string>, field: string): void {
  const words = CHOICES[`${sheet.name} ${field}`];
  if (!words) return;
  for (let row = 2; row <= ROWS_WITH_CHOICES; row++) {
    column.worksheet.getCell(row, column.number).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${words.join(',')}"`],
    };
  }
}

function describe(notes: ExcelJS.Worksheet, sheet: Sheet<string>): void {
  notes.columns = [{ width: 28 }, { width: 52 }, { width: 64 }];
  notes.addRow(['列 Column', '填写说明', 'How to fill it in']).font = { bold: true };
  for (const field of fieldsOf(sheet)) {
    const column = sheet.columns[field];
    if (column)
      notes.addRow([
        label(sheet, field),
        `${column.note.zh}${column.need === 'VALUE' ? '(必填)' : ''}`,
        column.note.en,
      ]);
  }
  notes.addRow([]);
  notes.addRow(['第二行为示例,导入时自动跳过', '', 'The second row is an example, which the import skips']);
}
