import type { DigestDocument, DigestItem } from '@lxq/schema/digests/digest-document.ts';
import { type RichText, richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';

const TOWNS = ['柳河镇', '青石岭镇', '白杨乡', '大槐树乡', '临河街道', '桃源镇', '赵家集镇', '南塘镇'];
const PORTFOLIOS = [
  '分管农业农村工作 · 副县长',
  '分管城乡建设和交通工作 · 副县长',
  '分管教育卫生工作 · 副县长',
  '分管民政和社会保障工作 · 副县长',
  '分管政法信访工作 · 县委常委',
  '分管生态环境工作 · 副县长',
];
const MATTERS = [
  '机井出水不足影响春灌',
  '通村公路桥面破损',
  '粮食补贴发放名单有出入',
  '集贸市场污水外溢',
  '村卫生室夜间无人值守',
  '排水沟淤塞',
];
const SENTENCES = [
  '近日，多名村民向信息员反映，该村三眼机井出水量明显下降，灌溉一亩地所需时间由去年的两小时增加到五小时以上。',
  '经乡镇群众工作站核实，问题涉及 214 户、约 860 亩耕地，其中 2 眼井为 2009 年前打成，水泵老化。',
  '群众建议：一是由水务部门统一检修；二是协调电力部门在浇水高峰期保障供电；三是公布轮灌顺序，避免争水引发矛盾。',
  '目前，乡镇已协调临时水泵 4 台，并安排专人值守，但只能缓解部分地块用水。',
  '该路段每天有三十余名学生经过，桥面钢筋外露约 1.5 米，雨天积水较深，存在安全隐患。',
  '村民表示，希望有关部门“说清楚、办到位”，并于本月底前答复。',
];

/** An issue of `items` items; the same number always gives the same issue. */
export function exampleIssue(items = 9): DigestDocument {
  const all = Array.from({ length: items }, (_, i) => exampleItem(i));
  const perPortfolio = Math.ceil(items / PORTFOLIOS.length);
  const sections = PORTFOLIOS.map((heading, i) => ({
    heading,
    items: all.slice(i * perPortfolio, (i + 1) * perPortfolio),
  }));
  return {
    banner: '十日信息摘报',
    mark: '内部资料 注意保存',
    no: 7,
    cumNo: 28,
    year: 2026,
    issuer: '中共临桥县委群众工作办公室',
    signedOn: '2026-03-11',
    periodFrom: '2026-03-01',
    periodTo: '2026-03-10',
    signer: '周明远',
    sections: sections.filter((section) => section.items.length > 0),
    distribution: {
      report: ['市委办公室', '市信访局', '县委书记', '县长'],
      send: ['县委常委', '县人大常委会主任', '县政协主席', '副县长'],
      issue: ['各乡镇党委', '各街道党工委', '县直各部门', '重点企业'],
    },
    copies: 60,
  };
}

/** The same issue with this text in its first item, its title and every other place that people fill in. */
export function issueSaying(text: string): DigestDocument {
  const issue = exampleIssue(2);
  const item = { ...exampleItem(0), title: text, body: richTextFromPlain(text), sources: text };
  const distribution = { report: [text], send: [], issue: [text] };
  return { ...issue, issuer: text, signer: text, distribution, sections: [{ heading: text, items: [item] }] };
}

function exampleItem(i: number): DigestItem {
  const town = TOWNS[(i * 5) % TOWNS.length];
  const title = `${town}${MATTERS[(i * 7 + 3) % MATTERS.length]}`;
  const sources = `（${town} ${1 + (i % 4)} 条）`;
  return { number: i + 1, title, kind: i % 10 === 8 ? 'CORRECTION' : 'NORMAL', body: exampleBody(i), sources };
}

function exampleBody(i: number): RichText {
  const sentence = (n: number) => SENTENCES[(i * 11 + n * 5) % SENTENCES.length] ?? '';
  const plain = richTextFromPlain(
    [sentence(0) + sentence(1), sentence(2), sentence(3)].slice(0, 1 + (i % 3)).join('\n'),
  );
  const bold = {
    type: 'text' as const,
    text: '群众反映强烈。',
    marks: [{ type: 'bold' as const }] as [{ type: 'bold' }],
  };
  const [first, ...rest] = plain.content;
  return i % 3 === 0
    ? { type: 'doc', content: [{ type: 'paragraph', content: [bold, ...(first?.content ?? [])] }, ...rest] }
    : plain;
}
