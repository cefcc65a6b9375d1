import type { Problem } from './finding.ts';

/** What can be wrong with a division: its code, its level, its parent. */
export const divisionProblems = {
  codeScientific: (): Problem => ({
    code: 'CODE_SCIENTIFIC',
    what: { zh: '代码被 Excel 改成了科学计数法', en: 'Excel has turned the code into scientific notation' },
    remedy: {
      zh: '把代码列设为“文本”格式,重新填入 12 位数字',
      en: 'format the column as text and enter the 12 digits again',
    },
  }),
  codeForm: (): Problem => ({
    code: 'CODE_FORM',
    what: { zh: '代码不是 12 位数字', en: 'the code is not 12 digits' },
    remedy: {
      zh: '填写 12 位统计用区划代码,县级、乡级末尾补 0',
      en: 'enter the 12-digit division code; counties and townships end in zeros',
    },
  }),
  levelMismatch: (level: string): Problem => ({
    code: 'LEVEL_MISMATCH',
    what: { zh: `级别与代码不符:此代码是${level}`, en: `the level does not fit the code, which is a ${level}` },
    remedy: {
      zh: '县级代码末六位为 0,乡级末三位为 0,村级末三位不为 0:改正代码或级别',
      en: 'a county ends in six zeros, a township in three, a village in none: correct the code or the level',
    },
  }),
  seatNumber: (): Problem => ({
    code: 'SEAT_NUMBER',
    what: {
      zh: '乡级代码 600—999 留给部门和重点企业',
      en: 'township numbers 600–999 are kept for departments and enterprises',
    },
    remedy: {
      zh: '核对乡级代码(001—599);部门和企业请用“单位”导入',
      en: 'check the township number (001–599); import departments and enterprises as units',
    },
  }),
  countyMissing: (): Problem => ({
    code: 'COUNTY_MISSING',
    what: { zh: '文件中没有县级行', en: 'the file has no county row' },
    remedy: {
      zh: '加上县级一行:末六位为 0,级别为 county',
      en: 'add the county’s row: code ending in six zeros, level county',
    },
  }),
  secondCounty: (line: number): Problem => ({
    code: 'SECOND_COUNTY',
    what: { zh: `第 ${line} 行已有一个县`, en: `line ${line} holds a county already` },
    remedy: { zh: '一个文件只放一个县,另一个县另存文件', en: 'one county a file: put the other into its own' },
  }),
  otherCounty: (county: string): Problem => ({
    code: 'OTHER_COUNTY',
    what: { zh: `不属于本文件的县(${county})`, en: `does not lie in the file’s county (${county})` },
    remedy: {
      zh: '改正代码前六位,或移到该县的文件',
      en: 'correct the first six digits, or move it into its county’s file',
    },
  }),
  countyHasParent: (): Problem => ({
    code: 'COUNTY_HAS_PARENT',
    what: { zh: '县级行不填上级', en: 'the county has no parent here' },
    remedy: { zh: '清空此格', en: 'leave the cell empty' },
  }),
  parentNotPrefix: (wanted: string): Problem => ({
    code: 'PARENT_NOT_PREFIX',
    what: { zh: '上级与代码前段不符', en: 'the parent is not what the code begins with' },
    remedy: { zh: `上级改为 ${wanted},或改正代码`, en: `write ${wanted}, or correct the code` },
  }),
  parentMissing: (wanted: string): Problem => ({
    code: 'PARENT_MISSING',
    what: { zh: `文件中没有其上级 ${wanted}`, en: `its parent ${wanted} is not in the file` },
    remedy: { zh: `补上 ${wanted} 一行,或改正本行代码`, en: `add a row for ${wanted}, or correct this row’s code` },
  }),
  sameName: (line: number): Problem => ({
    code: 'SAME_NAME',
    what: { zh: `与第 ${line} 行同级同名`, en: `has the same name and parent as line ${line}` },
    remedy: { zh: '确认不是同一个地方填了两次', en: 'make sure it is not one place entered twice' },
  }),
  notInFile: (): Problem => ({
    code: 'NOT_IN_FILE',
    what: { zh: '系统中有此地,文件中没有', en: 'stands in the system and not in the file' },
    remedy: {
      zh: '已撤销的加 --close-missing 关闭(记录保留);否则补进文件',
      en: 'add --close-missing to close it (records stay), or put it into the file',
    },
  }),
};
