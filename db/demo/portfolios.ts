import { TOPIC_CODES } from '../terms.ts';

export interface LeaderPlan {
  name: string;
  title: string;
  level: 'CITY' | 'COUNTY';
}

/** The county's leaders, then the city's. Nobody of these names is meant. */
export const LEADERS: readonly LeaderPlan[] = [
  { name: '陆知远', title: '县委副书记', level: 'COUNTY' },
  { name: '顾南溪', title: '县委常委、常务副县长', level: 'COUNTY' },
  { name: '温如初', title: '副县长', level: 'COUNTY' },
  { name: '秦书禾', title: '副县长', level: 'COUNTY' },
  { name: '谭守正', title: '县委常委、政法委书记', level: 'COUNTY' },
  { name: '叶听澜', title: '副县长', level: 'COUNTY' },
  { name: '沈云帆', title: '市委副书记', level: 'CITY' },
  { name: '岳清川', title: '副市长', level: 'CITY' },
];

export interface PortfolioPlan {
  name: string;
  /** Place in LEADERS. */
  leader: number;
  /** Topics it holds; a topic of the first level takes along what stands under it. */
  topics: readonly string[];
}

/** 领导分工: every topic but accusations, which go past the leaders to the discipline desk (R43). */
export const PORTFOLIOS: readonly PortfolioPlan[] = [
  { name: '农业农村和水利工作', leader: 0, topics: ['agri', 'traffic', 'water-drinking', 'water-flood'] },
  {
    name: '经济发展和市场工作',
    leader: 1,
    topics: ['market', 'town-power', 'town-net', 'labour', 'info-economy', 'info-prices'],
  },
  { name: '自然资源和城乡建设工作', leader: 2, topics: ['land', 'town', 'info-town'] },
  { name: '交通和生态环境工作', leader: 2, topics: ['road-', 'env'] },
  { name: '教育和卫生工作', leader: 3, topics: ['edu', 'health'] },
  { name: '民政和社会保障工作', leader: 5, topics: ['civil', 'info-policy', 'info-livelihood'] },
  {
    name: '政法和基层治理工作',
    leader: 4,
    topics: ['law', 'org', 'other', 'info-good', 'info-thanks', 'info-activity'],
  },
];

/** Which portfolio a topic stands in: the longest entry that fits it. */
export function portfolioOf(topic: string): number | undefined {
  let best: { at: number; length: number } | undefined;
  for (const [at, { topics }] of PORTFOLIOS.entries())
    for (const entry of topics) {
      const fits = topic === entry || topic.startsWith(entry.endsWith('-') ? entry : `${entry}-`);
      if (fits && entry.length > (best?.length ?? 0)) best = { at, length: entry.length };
    }
  return best?.at;
}

export const PORTFOLIO_TOPICS: readonly { topic: string; at: number }[] = TOPIC_CODES.flatMap((topic) => {
  const at = portfolioOf(topic);
  return at === undefined ? [] : [{ topic, at }];
});
