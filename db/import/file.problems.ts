import type { Problem } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';

/** What can be wrong with a file before any row is looked at. */
export const fileProblems = {
  absent: (): Problem => ({
    code: 'FILE_ABSENT',
    what: { zh: '找不到或无法读取该文件', en: 'the file is not there or cannot be read' },
    remedy: { zh: '核对文件名和所在文件夹', en: 'check the name and the folder' },
  }),
  tooLarge: (): Problem => ({
    code: 'FILE_TOO_LARGE',
    what: {
      zh: `文件超过 ${IMPORT_LIMITS.bytes / 1024 / 1024} MB`,
      en: `the file is larger than ${IMPORT_LIMITS.bytes / 1024 / 1024} MB`,
    },
    remedy: { zh: '只保留所需的列和行,或分批导入', en: 'keep only the needed columns and rows, or split the file' },
  }),
  tooLargeUnpacked: (): Problem => ({
    code: 'UNPACKED_TOO_LARGE',
    what: { zh: 'XLSX 解压后过大或读取过久', en: 'the XLSX unpacks to too much, or takes too long to read' },
    remedy: {
      zh: '只保留所需的列和行,另存为 CSV UTF-8 或新的 .xlsx',
      en: 'keep only the needed columns and rows; save as CSV UTF-8 or as a new .xlsx',
    },
  }),
  emptyRows: (): Problem => ({
    code: 'EMPTY_ROWS',
    what: {
      zh: `工作表有超过 ${IMPORT_LIMITS.xlsx.rows} 行(含空行)`,
      en: `the sheet has more than ${IMPORT_LIMITS.xlsx.rows} rows, empty ones included`,
    },
    remedy: { zh: '选中表格下方的空行并删除后再保存', en: 'select the empty rows below the table and delete them' },
  }),
  tooManyMerged: (): Problem => ({
    code: 'TOO_MANY_MERGED',
    what: { zh: '合并单元格过多', en: 'the sheet has too many merged cells' },
    remedy: { zh: '取消合并单元格,每格填写内容', en: 'unmerge the cells and fill each of them in' },
  }),
  tooManyColumns: (): Problem => ({
    code: 'TOO_MANY_COLUMNS',
    what: { zh: `超过 ${IMPORT_LIMITS.columns} 列`, en: `more than ${IMPORT_LIMITS.columns} columns` },
    remedy: { zh: '只保留所需的列', en: 'keep only the needed columns' },
  }),
  titleRow: (header: number): Problem => ({
    code: 'TITLE_ROW',
    what: {
      zh: `表头上方有标题,表头在第 ${header} 行`,
      en: `a title stands above the header, which is line ${header}`,
    },
    remedy: { zh: '已跳过标题;以后请删去', en: 'it was skipped; you may delete it' },
  }),
  garbled: (count: number, instead: string): Problem => ({
    code: 'GARBLED',
    what: {
      zh: `疑似乱码(共 ${count} 处),原文可能是“${instead}”`,
      en: `this looks garbled (${count} such cells); it may have been “${instead}”`,
    },
    remedy: {
      zh: '从原文件重新另存为“CSV UTF-8”再导入,不要用错误的编码打开后保存',
      en: 'save it as “CSV UTF-8” from the original file; do not open and save it in the wrong encoding',
    },
  }),
  tooManyRows: (): Problem => ({
    code: 'TOO_MANY_ROWS',
    what: { zh: `超过 ${IMPORT_LIMITS.rows} 行`, en: `more than ${IMPORT_LIMITS.rows} rows` },
    remedy: { zh: '分成几个文件分批导入', en: 'split it into several files' },
  }),
  empty: (): Problem => ({
    code: 'FILE_EMPTY',
    what: { zh: '文件中没有数据行', en: 'the file holds no rows' },
    remedy: { zh: '第一行为表头,从第二行起填写数据', en: 'the first line is the header, data begins on the second' },
  }),
  oldExcel: (): Problem => ({
    code: 'OLD_EXCEL',
    what: { zh: '这是旧版 Excel 文件(.xls)', en: 'this is an old Excel file (.xls)' },
    remedy: { zh: '在 Excel 或 WPS 中另存为 .xlsx 或 .csv', en: 'save it as .xlsx or .csv' },
  }),
  notText: (): Problem => ({
    code: 'NOT_TEXT',
    what: { zh: '既不是 CSV 文本,也不是 XLSX 文件', en: 'this is neither CSV text nor an XLSX file' },
    remedy: {
      zh: '用“模板”命令生成模板,把数据填入其中',
      en: 'make a template with the template command and fill it in',
    },
  }),
  brokenExcel: (): Problem => ({
    code: 'BROKEN_EXCEL',
    what: { zh: 'XLSX 文件损坏、加密或没有工作表', en: 'the XLSX file is damaged, encrypted or has no sheet' },
    remedy: { zh: '去掉密码,另存为新的 .xlsx 文件', en: 'remove the password and save it as a new .xlsx file' },
  }),
  encoding: (): Problem => ({
    code: 'ENCODING',
    what: { zh: '此行含有无法识别的编码', en: 'this line is in no known encoding (UTF-8, GB 18030)' },
    remedy: { zh: '全文统一另存为“CSV UTF-8”', en: 'save the whole file as “CSV UTF-8”' },
  }),
  recordTooLong: (): Problem => ({
    code: 'LINE_TOO_LONG',
    what: { zh: '此行过长', en: 'this line is too long' },
    remedy: { zh: '检查引号是否成对,列数是否正确', en: 'look whether a quote is open and how many columns there are' },
  }),
  quoting: (): Problem => ({
    code: 'QUOTING',
    what: { zh: '双引号不成对或位置不对', en: 'a double quote is not closed or stands in the wrong place' },
    remedy: {
      zh: '删去引号;字段内确需引号时写成两个并整体加引号',
      en: 'remove it; a quote inside a field is doubled and the field quoted',
    },
  }),
  delimiter: (sign: string, name: string): Problem => ({
    code: 'DELIMITER',
    what: {
      zh: `列与列之间是 ${name},不是半角逗号“,”`,
      en: `the columns are separated by ${sign} instead of commas “,”`,
    },
    remedy: {
      zh: '另存为“CSV(逗号分隔)”,或全部替换为半角逗号',
      en: 'save it as comma-separated CSV, or replace them all',
    },
  }),
  fullWidthComma: (): Problem => ({
    code: 'DELIMITER',
    what: { zh: '此行有全角逗号“，”(U+FF0C)', en: 'full-width commas “，” (U+FF0C) stand in this line' },
    remedy: { zh: '改为半角逗号“,”', en: 'replace them with commas “,”' },
  }),
  cellCount: (has: number, wanted: number): Problem => ({
    code: 'CELL_COUNT',
    what: { zh: `此行有 ${has} 列,表头有 ${wanted} 列`, en: `this line has ${has} columns, the header ${wanted}` },
    remedy: {
      zh: '补上缺少的逗号或删去多余的列;含逗号的内容要加引号',
      en: 'add the missing comma or remove the extra column; quote a value that holds a comma',
    },
  }),
  columnMissing: (names: string): Problem => ({
    code: 'COLUMN_MISSING',
    what: { zh: '缺少此列', en: 'this column is missing' },
    remedy: { zh: `在表头加上“${names}”一列`, en: `add a column headed “${names}”` },
  }),
  columnUnknown: (known: string): Problem => ({
    code: 'COLUMN_UNKNOWN',
    what: { zh: '不认识此列', en: 'this column is unknown' },
    remedy: { zh: `删去此列,或改为下列之一:${known}`, en: `remove it, or use one of: ${known}` },
  }),
  columnTwice: (): Problem => ({
    code: 'COLUMN_TWICE',
    what: { zh: '此列出现两次', en: 'this column stands there twice' },
    remedy: { zh: '只保留一列', en: 'keep one of them' },
  }),
};
