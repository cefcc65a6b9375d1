/** [code, 中文, English]; a topic of the second level stands under its parent's code. R43, R45 and the purposes of Arts 29–31. */
type Topic = readonly [code: string, zh: string, en: string, isInformation?: 'information'];

const TOPICS: readonly (readonly [Topic, ...Topic[]])[] = [
  [
    ['agri', '农村农业', 'Farming and villages'],
    ['agri-water', '农田灌溉', 'Irrigation'],
    ['agri-subsidy', '惠农补贴', 'Farm subsidies'],
    ['agri-inputs', '农资价格与质量', 'Farm supplies'],
    ['agri-pests', '病虫害与兽疫', 'Pests and animal disease'],
    ['agri-disaster', '农业灾情', 'Crop damage'],
    ['agri-credit', '农业信贷与保险', 'Farm loans and insurance'],
    ['agri-rent', '土地流转', 'Land leases'],
    ['agri-sales', '农产品销售', 'Selling produce'],
    ['agri-news', '农情动态', 'Farming news', 'information'],
  ],
  [
    ['land', '自然资源', 'Land'],
    ['land-dispute', '土地宅基纠纷', 'Land and homestead disputes'],
    ['land-homestead', '宅基地审批', 'Homestead permits'],
    ['land-seizure', '征地补偿', 'Compensation for land'],
  ],
  [
    ['town', '城乡建设', 'Towns and building'],
    ['town-housing', '住房难', 'Housing'],
    ['town-property', '物业服务', 'Property management'],
    ['town-lights', '路灯照明', 'Street lights'],
    ['town-drain', '排水内涝', 'Drainage'],
    ['town-public', '公共设施', 'Public facilities'],
    ['town-power', '供电', 'Electricity'],
    ['town-net', '通信宽带', 'Telephone and broadband'],
  ],
  [
    ['labour', '劳动社保', 'Work and social insurance'],
    ['labour-wages', '拖欠工资', 'Unpaid wages'],
    ['labour-pension', '养老保险', 'Pensions'],
    ['labour-jobs', '就业培训', 'Jobs and training'],
  ],
  [
    ['civil', '民政救助', 'Welfare'],
    ['civil-lowincome', '生活低保', 'Minimum living allowance'],
    ['civil-disability', '残疾人保障', 'Disability support'],
    ['civil-elderly', '养老服务', 'Care for the old'],
  ],
  [
    ['edu', '教育', 'Education'],
    ['edu-school', '读书难', 'Schooling'],
    ['edu-bus', '校车与上学路', 'Way to school'],
    ['edu-canteen', '校园伙食', 'School meals'],
  ],
  [
    ['health', '卫生健康', 'Health'],
    ['health-clinic', '看病难', 'Medical care'],
    ['health-insurance', '医保报销', 'Medical insurance'],
  ],
  [
    ['traffic', '交通水利', 'Roads and water'],
    ['water-drinking', '饮水难', 'Drinking water'],
    ['road-village', '行路难', 'Roads'],
    ['road-bridge', '桥梁护栏', 'Bridges and rails'],
    ['road-transit', '公交出行', 'Buses'],
    ['road-safety', '交通安全设施', 'Traffic safety'],
    ['water-flood', '防汛排涝', 'Flood protection'],
  ],
  [
    ['env', '生态环境', 'Environment'],
    ['env-rubbish', '垃圾清运', 'Rubbish collection'],
    ['env-river', '河塘污染', 'Polluted water'],
    ['env-air', '扬尘异味', 'Dust and smells'],
    ['env-noise', '噪声扰民', 'Noise'],
  ],
  [
    ['law', '政法', 'Law and order'],
    ['law-fraud', '诈骗防范', 'Fraud'],
    ['law-neighbours', '邻里纠纷', 'Quarrels of neighbours'],
    ['law-dogs', '犬只管理', 'Stray dogs'],
  ],
  [
    ['discipline', '纪检监察', 'Discipline'],
    ['discipline-conduct', '干部作风与违纪', 'Conduct of officials'],
  ],
  [
    ['org', '组织人事', 'Village affairs'],
    ['org-disclosure', '村务公开', 'Disclosure of village affairs'],
  ],
  [
    ['market', '市场经济', 'Markets'],
    ['market-stalls', '集市秩序', 'Market stalls'],
    ['market-food', '食品与市场卫生', 'Food and market hygiene'],
    ['market-business', '企业生产经营', 'Business matters'],
  ],
  [
    ['other', '其他', 'Other', 'information'],
    ['info-policy', '政策咨询', 'Questions about policy', 'information'],
    ['info-economy', '经济发展建议', 'Suggestions: economy', 'information'],
    ['info-town', '城镇建设建议', 'Suggestions: town building', 'information'],
    ['info-livelihood', '民生工程建议', 'Suggestions: livelihood', 'information'],
    ['info-good', '好人好事', 'Good deeds', 'information'],
    ['info-thanks', '办理反馈', 'Feedback on what was done', 'information'],
    ['info-activity', '工作动态', 'Activities', 'information'],
    ['info-prices', '市场行情', 'Prices', 'information'],
  ],
];

const SOURCES = [
  ['officer', '信息员采集', 'Information officer'],
  ['hotline', '群工热线', 'Hotline'],
  ['mailbox', '群工信箱', 'Mailbox'],
  ['visit', '大走访', 'Grand visit'],
  ['reception', '领导接访', 'Reception day'],
  ['talk', '民情恳谈', 'Talk day'],
] as const;

export function termRows(countyCode: number): Record<string, unknown>[] {
  const rows = TOPICS.flatMap(([top, ...below]) => [
    topicRow(top, null),
    ...below.map((each) => topicRow(each, top[0])),
  ]);
  const sources = SOURCES.map(([code, name, nameEn]) => ({
    kind: 'SOURCE',
    code,
    name,
    name_en: nameEn,
    parent_code: null,
    is_problem: true,
    is_accusation: false,
    tags: '{}',
  }));
  return [...rows, ...sources].map((row, position) => ({ county_code: countyCode, ...row, position }));
}

function topicRow([code, name, nameEn, information]: Topic, parent: string | null) {
  return {
    kind: 'TOPIC',
    code,
    name,
    name_en: nameEn,
    parent_code: parent,
    is_problem: information === undefined,
    is_accusation: isAccusation(code),
    tags: `{${tagOf(code)}}`,
  };
}

/** The four hardships (R44; which four they are the sources do not say) and the groups of opinions (R45). */
const TAGS: Record<string, string> = {
  'town-housing': '四难',
  'edu-school': '四难',
  'health-clinic': '四难',
  'road-village': '四难',
  'info-economy': '经济发展',
  'info-town': '城镇建设',
  'info-livelihood': '民生工程',
};
const tagOf = (topic: string): string => TAGS[topic] ?? '';

/** Accuses somebody (Art. 30): the discipline desk's. */
export const isAccusation = (topic: string): boolean => topic.split('-')[0] === 'discipline';

/** Every topic of both levels, for the portfolios. */
/** In Chinese. */
export const topicName = (topic: string): string => TOPICS.flat().find(([code]) => code === topic)?.[1] ?? topic;
export const TOPIC_CODES: readonly string[] = TOPICS.flatMap((branch) => branch.map(([code]) => code));

export function isProblem(topic: string): boolean {
  return !TOPICS.some((branch) => branch.some(([code, , , information]) => code === topic && information));
}
