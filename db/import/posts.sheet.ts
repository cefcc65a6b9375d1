import type { Sheet } from './sheet.ts';

export type PostField = 'person' | 'unit' | 'role' | 'capacity' | 'area' | 'code' | 'leader_level' | 'from' | 'to';

export const postsSheet: Sheet<PostField> = {
  name: 'posts',
  zh: '任职',
  columns: {
    person: {
      zh: '人员编号',
      also: ['工号'],
      need: 'VALUE',
      note: { zh: '人员表中的编号', en: 'the reference of the people file' },
      example: 'EXAMPLE-1',
    },
    unit: {
      zh: '单位',
      also: ['单位代码', '单位名称'],
      need: 'VALUE',
      note: { zh: '代码,或“乡镇 村”全称', en: 'its code, or its full name “township village”' },
      example: '示例镇 示例村民委员会',
    },
    role: {
      zh: '角色',
      also: ['岗位'],
      need: 'VALUE',
      note: { zh: '如 信息员、乡镇群众工作站经办', en: 'such as OFFICER or TOWNSHIP_CLERK' },
      example: '信息员',
    },
    capacity: {
      zh: '职务类别',
      also: ['职务'],
      need: 'OPTIONAL',
      note: {
        zh: '主要负责人、分管领导、群工办主任、领导小组组长、党政主要领导;留空不变,填 无 取消',
        en: 'PRINCIPAL, IN_CHARGE, OFFICE_HEAD, GROUP_HEAD or MAIN_LEADER; NONE takes it away, an empty cell leaves it',
      },
      example: '',
    },
    area: {
      zh: '负责区域',
      need: 'OPTIONAL',
      note: { zh: '村民小组的 15 位代码;留空为全单位', en: '15 digits of a village group; the whole unit when empty' },
      example: '',
    },
    code: {
      zh: '信息员代号',
      also: ['代号'],
      need: 'OPTIONAL',
      note: { zh: '对外使用的代号', en: 'the officer’s pseudonymous code' },
      example: '',
    },
    leader_level: {
      zh: '领导级别',
      need: 'OPTIONAL',
      note: { zh: '县领导岗位填 县 或 市;留空为县', en: 'for leaders: COUNTY or CITY; the county when empty' },
      example: '',
    },
    from: {
      zh: '起于',
      also: ['任职日期', '聘任日期', '开始日期'],
      need: 'OPTIONAL',
      note: { zh: '2026-03-10;留空为今天', en: 'YYYY-MM-DD; today when empty' },
      example: '2026-01-01',
    },
    to: {
      zh: '止于',
      also: ['到期日期', '结束日期'],
      need: 'OPTIONAL',
      note: { zh: '最后一天;留空为长期', en: 'the last day; open when empty' },
      example: '',
    },
  },
};
