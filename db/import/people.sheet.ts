import type { Sheet } from './sheet.ts';

export type PersonField = 'ref' | 'name' | 'account' | 'active';

export const peopleSheet: Sheet<PersonField> = {
  name: 'people',
  zh: '人员',
  columns: {
    ref: {
      zh: '人员编号',
      also: ['工号', '编号'],
      need: 'VALUE',
      note: {
        zh: '本单位工号,固定不变;不得用身份证号、手机号',
        en: 'a staff number that never changes; no ID or telephone number',
      },
      example: 'EXAMPLE-1',
    },
    name: {
      zh: '姓名',
      need: 'VALUE',
      note: { zh: '姓名', en: 'the name' },
      example: '示例人员',
    },
    account: {
      zh: '帐号',
      also: ['账号', '登录名'],
      need: 'OPTIONAL',
      note: {
        zh: '登录帐号;首次导入生成初始密码,写入一个文件',
        en: 'sign-in account; its first password is written to a file',
      },
      example: 'example.person',
    },
    active: {
      zh: '启用',
      also: ['在岗', '是否启用'],
      need: 'OPTIONAL',
      note: { zh: '是 / 否;否则不能登录', en: 'yes or no; no closes the account' },
      example: '是',
    },
  },
};
