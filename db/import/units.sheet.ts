import type { Sheet } from './sheet.ts';

export type UnitField =
  | 'code'
  | 'name'
  | 'kind'
  | 'parent'
  | 'area'
  | 'area_chief'
  | 'area_deputy'
  | 'principal'
  | 'active';

/** An empty cell of an optional column leaves what the system holds. */
export const unitsSheet: Sheet<UnitField> = {
  name: 'units',
  zh: '单位',
  columns: {
    code: {
      zh: '单位代码',
      also: ['代码'],
      need: 'OPTIONAL',
      note: {
        zh: '12 或 15 位;新部门、新企业留空,自动编号',
        en: '12 or 15 digits; empty for a new department or enterprise',
      },
      example: '',
    },
    name: {
      zh: '单位名称',
      also: ['名称'],
      need: 'VALUE',
      note: { zh: '规范名称', en: 'the official name' },
      example: '示例县水利局',
    },
    kind: {
      zh: '类别',
      also: ['单位类别'],
      need: 'VALUE',
      note: {
        zh: '县直部门 / 重点企业 / 乡镇群众工作站 / 村群众工作室',
        en: 'DEPARTMENT, KEY_ENTERPRISE, TOWNSHIP_STATION or VILLAGE_ROOM',
      },
      example: '县直部门',
    },
    parent: {
      zh: '上级单位',
      need: 'OPTIONAL',
      note: { zh: '代码或全称;留空为县群工办', en: 'code or full name; the county office when empty' },
      example: '',
    },
    area: {
      zh: '片区',
      also: ['片'],
      need: 'OPTIONAL',
      note: { zh: '村级单位所属的片', en: 'the area (片) of a village room' },
      example: '',
    },
    area_chief: {
      zh: '片长',
      need: 'OPTIONAL',
      note: { zh: '片长的人员编号', en: 'person reference of the area’s chief' },
      example: '',
    },
    area_deputy: {
      zh: '副片长',
      need: 'OPTIONAL',
      note: { zh: '副片长的人员编号', en: 'person reference of the deputy chief' },
      example: '',
    },
    principal: {
      zh: '第一责任人',
      also: ['负责人'],
      need: 'OPTIONAL',
      note: {
        zh: '人员编号,先导入人员;在该单位设主要负责人岗位,前任的岗位到前一天为止',
        en: 'person reference; import the people first. Makes their post as principal and ends the former one',
      },
      example: '',
    },
    active: {
      zh: '启用',
      also: ['是否启用'],
      need: 'OPTIONAL',
      note: { zh: '是 / 否', en: 'yes or no' },
      example: '是',
    },
  },
};
