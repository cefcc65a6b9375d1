import { type Facts, fill } from './frames.ts';
import type { Matter } from './matters/matter.ts';
import { pick, type Random } from './random.ts';

/** What a report says, in the parts that an item of the digest takes up again. */
export interface Telling {
  fact: string;
  effect: string;
  wish: string;
  content: string;
  /** Which of the matter's facts it is, from one. */
  number: number;
}

const HERE = [
  '{v}{g}群众反映，',
  '{g}村民说，',
  '{v}{g}几户来找信息员，说',
  '走访{g}时听到，',
  '今天到{g}，一位老人说，',
  '{v}村民反映：',
  '{v}{g}：',
  '今早去{g}，{几位大嫂|几位老人|一群人}说起，',
  '{g}{一户|两户|几户}人家提出，',
  '{v}{g}有人来电话，说',
];
const ANYWHERE = [
  '',
  '',
  '',
  '群众反映，',
  '入户时了解到，',
  '走访中得知，',
  '村民来电话说，',
  '赶集时听大家说，',
  '开会时有人提出，',
  '有人托信息员带话：',
  '{v}群众反映，',
  '今天接到群众反映，',
  '经现场看过，',
  '{v}：',
  '近日了解到，',
];
const INFORMATION = ['', '', '', '', '据了解，', '{v}：', '信息员了解到，', '走访中看到，'];
const INFORMATION_HERE = ['{v}{g}：', '{v}：', '走访{v}，', '{v}{g}来报：', '{g}：', '{v}信息员报，'];
const STATION = ['群工热线来电：', '来电人反映，', '热线登记：', '来电群众称，'];
const LETTERS = ['群工信箱来信：', '来信反映，', '信箱收到一封信，说', '来信群众写道，'];
const OFFICE = ['', '', '{o}：', '{o}报告：', '近期，', '本周，'];

export type Voice = 'VILLAGE' | 'OFFICE' | 'HOTLINE' | 'MAILBOX' | 'SEALED';

/** `said` decides the matter's own words, `told` how this reporter puts them: reports of one matter differ in the second. */
export function tell(matter: Matter, facts: Facts, voice: Voice, said: Random, told: Random): Telling {
  const frame = pick(said, matter.facts);
  const fact = fill(frame, facts, said);
  const number = matter.facts.indexOf(frame) + 1;
  const effect = fill(pick(told, fitting(matter.effects, number)), facts, told);
  const wish = fill(pick(told, fitting(matter.wishes, number)), facts, told);
  const opening = fill(pick(told, openings(matter, frame, voice)), facts, told);
  return { fact, effect, wish, content: joined(opening + fact, effect, wish, told), number };
}

/** Of sentences those that go with this fact. */
export function fitting(sentences: readonly string[], fact: number): string[] {
  return sentences.flatMap((sentence) => {
    const [, only, text] = /^(\d+):(.*)$/.exec(sentence) ?? [];
    if (text === undefined) return [sentence];
    return only?.includes(String(fact)) ? [text] : [];
  });
}

function openings(matter: Matter, frame: string, voice: Voice): readonly string[] {
  if (voice === 'HOTLINE') return /\{[vg]\}/.test(frame) ? STATION : STATION.map((opening) => `${opening}{v}{g}`);
  if (voice === 'MAILBOX') return /\{[vg]\}/.test(frame) ? LETTERS : LETTERS.map((opening) => `${opening}{v}{g}`);
  if (voice === 'OFFICE') return OFFICE;
  if (voice === 'SEALED') return [''];
  const asksForSomething = matter.topic.startsWith('info-') === false && matter.answers.length > 0;
  if (!/\{[vgt]\}/.test(frame)) return asksForSomething ? HERE : INFORMATION_HERE;
  const anywhere = asksForSomething ? ANYWHERE : INFORMATION;
  return frame.includes('{v}') ? anywhere.filter((opening) => !opening.includes('{v}')) : anywhere;
}

/** Nobody writes all of it every time. */
function joined(said: string, effect: string, wish: string, told: Random): string {
  const shapes = [
    `${said}，${effect}。${wish}。`,
    `${said}。${effect}，${wish}。`,
    `${said}。${effect}。${wish}。`,
    ...(said.length > 34 ? [`${said}。${wish}。`, `${said}，${effect}。`] : []),
  ];
  const text = pick(told, shapes);
  return text.length < 40 ? `${said}。${effect}。${wish}。` : text;
}
