import type { CountyPlan } from './counties.ts';
import type { Draft, Line, Wish } from './draft.ts';
import type { Facts } from './frames.ts';
import { matterPicker } from './matter-picker.ts';
import type { Matter } from './matters/matter.ts';
import type { Network } from './network.ts';
import type { Places } from './places.ts';
import { between, chance, pick, type Random, randomFrom } from './random.ts';
import { type Reporting, reportingPicker } from './reporting.ts';
import { type Telling, tell, type Voice } from './telling.ts';

const HOUSEHOLDS = { FEW: [2, 12], GROUP: [8, 60], VILLAGE: [40, 420] } as const;
const DIRECT_SHARE = 0.046;
const OUTSIDE = [
  '田地在邻村，群众托我代报',
  '亲戚家在该村，一并反映',
  '两村共用一条路，顺带报送',
  '集市上遇到该村群众，请我转报',
];

/** Writes drafts one after the other, no two with the same words. */
export function draftWriter(plan: CountyPlan, places: Places, network: Network, random: Random) {
  const pickReporting = reportingPicker(plan, places, network);
  const pickMatter = matterPicker();
  const told = new Set<string>();
  const seeds = new WeakMap<Draft, { said: string; facts: Facts }>();
  let count = 0;

  return function write(wish: Wish, twin: Draft | null): Draft {
    const reporting = pickReporting(wish, twin, random);
    const { post, village, voice } = reporting;
    const matter = twin?.matter ?? pickMatter(wish, reporting, random);
    const line = lineOf(wish, twin, voice, random);
    const before = twin ? seeds.get(twin) : undefined;
    const facts = before?.facts ?? factsOf(reporting, matter, random);
    const sameWords = before && chance(random, 0.55);
    const said = sameWords ? before.said : `${plan.countyCode} ${count++}`;
    const telling = unheard(
      (again) => tell(matter, facts, voiceOf(line, voice), randomFrom(said + again), random),
      told,
    );
    const draft: Draft = {
      matter,
      telling,
      facts,
      post,
      line,
      village,
      twin,
      placeCode: twin?.placeCode ?? placeOf(reporting, facts, telling.content),
      outsideAreaReason: reporting.isOutside ? pick(random, OUTSIDE) : null,
      channel: channelOf(voice),
      source: sourceOf(voice, random),
      isUrgent: wish.isUrgent ?? (line !== 'SEALED' && !twin && chance(random, urgencyOf(matter))),
      ...scaleOf(facts, matter, random),
      pin: wish.pin ?? null,
    };
    seeds.set(draft, { said, facts });
    return draft;
  };
}

/** The same words twice would be a copy, not a second report. */
function unheard(tellAgain: (again: string) => Telling, told: Set<string>): Telling {
  for (let attempt = 0; attempt < 400; attempt++) {
    const found = tellAgain('+'.repeat(attempt >> 3)); // other openings first, then other words
    const { length } = found.content;
    if (length < 40 || length > 220 || told.has(found.content)) continue;
    told.add(found.content);
    return found;
  }
  throw new Error(`the frames have no new words left for “${tellAgain('').content}”`);
}

export function factsOf(
  { village, group, office }: Pick<Reporting, 'village' | 'group' | 'office'>,
  matter: Matter,
  random: Random,
): Facts {
  const [low, high] = HOUSEHOLDS[matter.scale];
  const h = between(random, low, high);
  const spots = village?.isWard ? WARD_SPOTS : VILLAGE_SPOTS;
  const name = { v: village?.name ?? '', g: group?.name ?? '', t: village?.township.name ?? '' };
  return { ...name, o: office ?? '', h, p: Math.round(h * (2.4 + random.next() * 1.8)), spot: pick(random, spots) };
}

const VILLAGE_SPOTS = [
  '村东头',
  '村西头',
  '村南边',
  '村北坡',
  '老槐树旁',
  '村小学门口',
  '卫生室旁边',
  '文化广场边',
  '进村路口',
  '晒谷场边',
  '村口小桥边',
  '村部后面',
  '水塘边',
  '祠堂前',
  '老粮仓旁',
  '供销点门口',
  '村南岔路口',
  '后山脚下',
  '大坝下面',
  '鱼塘边',
  '果园边上',
  '老井旁',
  '篮球场边',
  '公交站旁',
  '渠道拐弯处',
  '村中主路',
];
const WARD_SPOTS = [
  '小区北门',
  '小区东门',
  '3号楼前',
  '7号楼后面',
  '12栋旁边',
  '菜市场口',
  '老街中段',
  '幼儿园门口',
  '社区医院旁',
  '滨河步道',
  '十字路口',
  '农贸市场后门',
  '地下车库入口',
  '快递站旁',
  '公交首末站',
  '健身角',
  '老电影院旁',
  '中学门口',
  '棚户区巷口',
  '河沿小广场',
];

function placeOf({ village, group, post }: Reporting, facts: Facts, content: string): number {
  if (!village) return post.areaCode;
  if (group && (post.areaCode === group.code || content.includes(String(facts.g)))) return group.code;
  return village.code;
}

function lineOf(wish: Wish, twin: Draft | null, voice: Voice, random: Random): Line {
  const isDirect = chance(random, DIRECT_SHARE) && voice === 'VILLAGE';
  return wish.line ?? twin?.line ?? (isDirect ? 'DIRECT' : 'LINE');
}

const channelOf = (voice: Voice): Draft['channel'] => (voice === 'HOTLINE' || voice === 'MAILBOX' ? voice : 'OFFICER');

const voiceOf = (line: Line, voice: Voice): Voice => (line === 'SEALED' ? 'SEALED' : voice);

const SOURCES = [
  ...Array(72).fill('officer'),
  ...Array(14).fill('visit'),
  ...Array(8).fill('talk'),
  ...Array(6).fill('reception'),
];

function sourceOf(voice: Voice, random: Random): string {
  if (voice === 'HOTLINE') return 'hotline';
  return voice === 'MAILBOX' ? 'mailbox' : pick(random, SOURCES);
}

function urgencyOf({ urgent = 0, answers }: Matter): number {
  return answers.length > 0 ? 0.018 + urgent * 0.8 : 0;
}

/** What asks for nothing concerns nobody in particular, mostly. */
function scaleOf({ h, p }: Facts, { answers }: Matter, random: Random): Pick<Draft, 'households' | 'people'> {
  if (chance(random, answers.length > 0 ? 0.08 : 0.7)) return { households: null, people: null };
  return { households: Number(h), people: chance(random, 0.85) ? Number(p) : null };
}
