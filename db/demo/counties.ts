import type { InstructionState } from '@lxq/schema/instructions/instruction-states.ts';
export interface TownshipPlan {
  /** 001–099 sub-district, 100–199 town, 200–399 township (GB/T 10114). */
  number: number;
  name: string;
  wards: number;
  villages: number;
  /** How much more than others it reports. */
  weight: number;
}

/** What makes one demo county unlike the other. Every name is invented. */
export interface CountyPlan {
  countyCode: number;
  name: string;
  city: string;
  townships: TownshipPlan[];
  departments: string[];
  enterprises: string[];
  officers: number;
  uncovered: number;
  /** What the county office sees: accusations come on top, since a number may not say what a row may not. */
  reports: number;
  problems: number;
  sealed: number;
  days: number;
  issues: number;
  /** Of so many by city and by county leaders these are open still, each so far on its way; the rest is closed. */
  instructions: { city: number; county: number; open: readonly InstructionState[] };
  /** So many of the stories that cases have (case-stories.ts). */
  cases: number;
}

const township = (number: number, name: string, wards: number, villages: number, weight = 1): TownshipPlan => ({
  number,
  name,
  wards,
  villages,
  weight,
});

/** The figures of issue and reports are those that S4 tells (docs/sources.md): the home page computes them again. */
export const QINGHE: CountyPlan = {
  countyCode: 990101,
  name: '清禾县',
  city: '云汀市',
  townships: [
    township(1, '禾阳街道', 18, 12, 1.1),
    township(2, '文澜街道', 14, 14),
    township(3, '南浦街道', 12, 16, 0.9),
    township(100, '青石渡镇', 3, 49, 1.35),
    township(101, '柳湾镇', 3, 41, 1.2),
    township(102, '双槐镇', 3, 39),
    township(103, '白鹭镇', 2, 38, 1.1),
    township(104, '枫坳镇', 2, 36, 0.8),
    township(105, '茅岭镇', 2, 33),
    township(106, '沙渚镇', 2, 34, 0.9),
    township(107, '稻香镇', 2, 32, 1.3),
    township(200, '云脚乡', 1, 31, 0.7),
    township(201, '松涧乡', 1, 29, 0.6),
  ],
  departments: [
    '水利局',
    '农业农村局',
    '自然资源局',
    '住房和城乡建设局',
    '交通运输局',
    '教育局',
    '卫生健康局',
    '人力资源和社会保障局',
    '民政局',
    '医疗保障局',
    '生态环境分局',
    '城市管理局',
    '市场监督管理局',
    '公安局',
    '司法局',
    '财政局',
    '发展和改革局',
    '商务局',
    '文化和旅游局',
    '林业局',
    '应急管理局',
    '残疾人联合会',
    '妇女联合会',
    '供销合作社',
    '气象局',
    '农业机械化服务中心',
    '行政审批服务局',
    '退役军人事务局',
    '数据服务中心',
    '乡村建设服务中心',
  ],
  enterprises: [
    '清禾供电服务公司',
    '清禾自来水公司',
    '清禾公共交通公司',
    '禾丰粮油加工厂',
    '青石渡建材厂',
    '柳湾棉纺厂',
    '白鹭水产合作总社',
    '稻香种业公司',
    '云脚茶业公司',
    '双槐食品厂',
    '南浦工业园运营公司',
    '禾阳燃气公司',
  ],
  officers: 5000,
  uncovered: 7,
  reports: 15_800,
  problems: 8_640,
  sealed: 79,
  days: 280,
  issues: 28,
  instructions: { city: 214, county: 76, open: ['HANDLING', 'RESULT_TO_LEADER', 'INSTRUCTED'] },
  cases: 120,
};

export const WANGXI: CountyPlan = {
  countyCode: 990102,
  name: '望溪县',
  city: '云汀市',
  townships: [township(100, '溪口镇', 1, 2), township(200, '望云乡', 0, 3)],
  departments: ['水利局', '农业农村局', '自然资源局', '住房和城乡建设局', '交通运输局', '教育局', '卫生健康局'],
  enterprises: ['望溪供电服务公司'],
  officers: 60,
  uncovered: 0,
  reports: 200,
  problems: 110,
  sealed: 1,
  days: 25,
  issues: 2,
  instructions: {
    city: 1,
    county: 9,
    open: [
      ...(['RETURNED', 'VERIFYING', 'REPORTED', 'HANDLING', 'OBJECTED', 'SIGNED_FOR'] as const),
      ...(['DISPATCHED', 'REGISTERED', 'INSTRUCTED'] as const),
    ],
  },
  cases: 8,
};
