import { condensed, condensedText } from './condensed.ts';

/*
 * We follow issues, places and topics, never people (R148–R157). A report of where somebody is, where they mean to go, or how they are
 * watched is not taken; the author is told what to write in its place.
 */

const PLANS =
  '(?:准备|打算|计划|预备|拟|欲|将|要|扬言|企图|意图|正|已经?|可能|随时|今[晚天日]|明[早天日]|后天|近[期日])';
const AWAY = '(?:北京|京城|首都|省城|省里|省会|市里|市委|市政府|省委|省政府|国家信访局|县里|县城|县委|县政府|外地)';
const GOES = '(?:去|到|赴|进|往|前往|奔)';
const PETITION = '(?:上访|信访|非访|集访|群访|缠访|闹访|越级访|告状|喊冤|请愿|聚集|集结|静坐|堵门|拉横幅)';
const SENTENCE = '[^。；！？\\n]';

const PATTERNS = [
  // Who means to petition where: 准备明天坐车到北京上访, 进京上访, 已到省城告状.
  new RegExp(`${PLANS}${SENTENCE}{0,16}${GOES}${SENTENCE}{0,8}${PETITION}`, 'u'),
  new RegExp(`${GOES}${SENTENCE}{0,4}${AWAY}${SENTENCE}{0,8}${PETITION}`, 'u'),
  new RegExp(`(?:进京|赴京|赴省|进省|越级|到京|在京|滞京)${SENTENCE}{0,4}${PETITION}`, 'u'),
  new RegExp(`扬言${SENTENCE}{0,8}(?:进京|赴京|到京|进省|赴省)`, 'u'),
  // Tickets, trains and lodgings of somebody under way.
  new RegExp(`(?:买|订|购)(?:了|好|到)${SENTENCE}{0,14}票${SENTENCE}{0,14}(?:${GOES}${AWAY}|离开|动身|出发)`, 'u'),
  new RegExp(`(?:买|订|购)(?:了|好|到)?${SENTENCE}{0,10}${GOES}${AWAY}的?${SENTENCE}{0,6}票`, 'u'),
  new RegExp(
    `(?:乘坐?|坐|搭)${SENTENCE}{0,10}(?:[GDKTZC]\\d{1,4}次?|高铁|动车|火车|大巴|航班)${SENTENCE}{0,10}${GOES}${AWAY}`,
    'u',
  ),
  new RegExp(`(?:落脚|藏身|躲|暂住|入住|住)(?:在|到|于)${SENTENCE}{0,16}(?:宾馆|旅馆|酒店|招待所|出租屋|亲戚家)`, 'u'),
  // How somebody is watched.
  /(?:行踪|去向|动向|轨迹|落脚点)(?:不明|已?掌握|如下|为|是|：|:)|(?:掌握|摸清|盯住|跟踪|定位|查到|排查)[^。；！？\n]{0,12}(?:行踪|去向|动向|轨迹|落脚点)/u,
  /稳控|截访|盯防|盯守|盯人|看死盯牢|(?:专人|派人|干部)[^。；！？\n]{0,6}(?:盯着|盯住|盯紧|看住|看着|跟着|陪同)|(?:劝返|接返|接回)[^。；！？\n]{0,8}(?:上访|信访|人员|群众)/u,
  /(?:重点|稳定|敏感|上访|信访|缠访|闹访)(?:人员|对象|老户|户|分子|骨干)|老上访|挑头|带头(?:上访|闹)|组织者|串联/u,
] as const;
/** Most texts hold none of them: one look tells. */
const ANY = new RegExp(PATTERNS.map(({ source }) => source).join('|'), 'u');

export interface Whereabouts {
  start: number;
  end: number;
  text: string;
}

/** The first place where a text is about where somebody goes or how they are watched, however it is spaced or parted over lines. */
export function findWhereabouts(text: string): Whereabouts | null {
  return firstIn(text) ?? inCondensed(text);
}

function firstIn(text: string): Whereabouts | null {
  if (!ANY.test(text)) return null;
  const found = PATTERNS.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  const [first] = found.sort((a, b) => a.index - b.index);
  return first ? { start: first.index, end: first.index + first[0].length, text: first[0] } : null;
}

function inCondensed(text: string): Whereabouts | null {
  const plain = condensedText(text);
  const found = plain === text ? null : firstIn(plain);
  if (!found) return null;
  const { starts, ends } = condensed(text);
  const [start, end] = [starts[found.start] ?? 0, ends[found.end - 1] ?? text.length];
  return { start, end, text: text.slice(start, end) };
}

/** What to write instead, for refusals and for forms. */
export const WRITE_INSTEAD = {
  zh: '不记录个人的行踪、出行打算或对人的看管。请写事：什么问题、在哪里、涉及多少户、群众希望怎样解决；有人身危险请拨 110',
  en: "Nobody's whereabouts, travel plans or watching are recorded. Write of the matter: what is wrong, where, how many households, what people ask for; in danger to life call 110",
} as const;
