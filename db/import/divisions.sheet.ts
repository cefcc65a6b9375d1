import { foldKey } from './key.ts';
import type { Sheet } from './sheet.ts';

export type DivisionField = 'code' | 'name' | 'level' | 'parent';

export const divisionsSheet: Sheet<DivisionField> = {
  name: 'divisions',
  zh: '行政区划',
  columns: {
    code: {
      zh: '代码',
      also: ['区划代码', '行政区划代码', '统计用区划代码'],
      need: 'VALUE',
      note: { zh: '12 位统计用区划代码', en: 'the 12-digit division code' },
      example: '990101000000',
    },
    name: {
      zh: '名称',
      also: ['区划名称', '地名'],
      need: 'VALUE',
      note: { zh: '规范全称', en: 'the official name' },
      example: '示例县',
    },
    level: {
      zh: '级别',
      also: ['层级'],
      need: 'VALUE',
      note: { zh: '县 / 乡镇 / 村', en: 'county, township or village' },
      example: 'county',
    },
    parent: {
      zh: '上级',
      also: ['上级代码', '父级代码'],
      need: 'COLUMN',
      note: { zh: '上级的 12 位代码;县级留空', en: 'the parent’s 12-digit code; empty for the county' },
      example: '',
    },
  },
};

export const DIVISION_LEVELS = { county: 'COUNTY', township: 'TOWNSHIP', village: 'VILLAGE' } as const;
export type DivisionLevel = keyof typeof DIVISION_LEVELS;

const LEVEL_WORDS: Record<DivisionLevel, string[]> = {
  county: ['county', '县', '县级', '区县'],
  township: ['township', 'town', '乡镇', '乡', '镇', '街道', '乡级', '乡镇级'],
  village: ['village', '村', '村级', '社区', '村居'],
};

export function readLevel(word: string): DivisionLevel | undefined {
  const wanted = foldKey(word).toLowerCase();
  return (Object.keys(LEVEL_WORDS) as DivisionLevel[]).find((level) => LEVEL_WORDS[level].includes(wanted));
}
