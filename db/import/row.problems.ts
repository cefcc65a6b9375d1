import type { Problem } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';

/** What can be wrong with a value of any sheet. */
export const rowProblems = {
  empty: (): Problem => ({
    code: 'EMPTY',
    what: { zh: '不能为空', en: 'must not be empty' },
    remedy: { zh: '填写此项;整行不需要时删去该行', en: 'fill it in, or delete the whole line' },
  }),
  tooLong: (max: number = IMPORT_LIMITS.name): Problem => ({
    code: 'TOO_LONG',
    what: { zh: `超过 ${max} 个字`, en: `longer than ${max} characters` },
    remedy: { zh: '使用规范名称,检查是否多列合并到一格', en: 'use the official name; look whether cells ran together' },
  }),
  lengthOff: ({ min, max }: { min: number; max: number }): Problem => ({
    code: 'LENGTH',
    what: { zh: `不是 ${min}—${max} 字`, en: `has not ${min} to ${max} characters` },
    remedy: { zh: `写 ${min}—${max} 字`, en: `write ${min} to ${max} characters` },
  }),
  badCharacter: (character: string): Problem => ({
    code: 'BAD_CHARACTER',
    what: { zh: `含有不允许的字符 ${character}`, en: `holds the character ${character}, which is not allowed` },
    remedy: {
      zh: '重新输入此项;乱码时请另存为“CSV UTF-8”后再导入',
      en: 'type it again; if it is garbled, save the file as “CSV UTF-8”',
    },
  }),
  unknownWord: (words: string): Problem => ({
    code: 'UNKNOWN_WORD',
    what: { zh: '不在可选范围内', en: 'is none of the words allowed here' },
    remedy: { zh: `改为:${words}`, en: `use one of: ${words}` },
  }),
  duplicate: (line: number): Problem => ({
    code: 'DUPLICATE',
    what: { zh: `与第 ${line} 行重复`, en: `stands on line ${line} already` },
    remedy: { zh: '保留一行,删去另一行', en: 'keep one of the two lines' },
  }),
  badDay: (): Problem => ({
    code: 'BAD_DAY',
    what: { zh: '不是有效日期', en: 'is no calendar day' },
    remedy: { zh: '写成 2026-03-10 的形式', en: 'write it as 2026-03-10' },
  }),
  example: (): Problem => ({
    code: 'EXAMPLE_SKIPPED',
    what: { zh: '模板中的示例行,已跳过', en: 'the template’s example row was skipped' },
    remedy: { zh: '可删去该行', en: 'you may delete it' },
  }),
};
