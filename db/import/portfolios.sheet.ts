import type { Sheet } from './sheet.ts';

export type PortfolioField = 'name' | 'leader' | 'topics' | 'position';

export const portfoliosSheet: Sheet<PortfolioField> = {
  name: 'portfolios',
  zh: '领导分工',
  columns: {
    name: {
      zh: '分工名称',
      also: ['名称', '分管工作'],
      need: 'VALUE',
      note: { zh: '分管的工作,2—60 字;每个名称一行', en: 'what the leader has in charge; one line a name' },
      example: '示例工作',
    },
    leader: {
      zh: '领导人员编号',
      also: ['领导', '分管领导'],
      need: 'VALUE',
      note: {
        zh: '人员表中的编号;须有在任的县领导岗位',
        en: 'the reference of a person whose leader’s post is in force',
      },
      example: 'EXAMPLE-1',
    },
    topics: {
      zh: '信息类别',
      also: ['类别', '主题'],
      need: 'COLUMN',
      longest: 2_000,
      note: {
        zh: '代码或名称,用“、”或“;”分开;写一级类别即含其下未另行写明的类别',
        en: 'codes or names separated by 、 or ; – a top topic takes along what no line names below it',
      },
      example: '示例类别甲、示例类别乙',
    },
    position: {
      zh: '顺序',
      also: ['排序'],
      need: 'OPTIONAL',
      note: { zh: '0—9999,摘报中的先后', en: '0 to 9999, the order in the digest' },
      example: '10',
    },
  },
};
