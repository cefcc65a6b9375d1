import { type RichText, richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { isProblem } from '../terms.ts';
import type { CountyPlan } from './counties.ts';
import type { Dossier } from './dossier.ts';
import type { Matter } from './matters/matter.ts';
import type { Places } from './places.ts';
import { PORTFOLIOS, portfolioOf } from './portfolios.ts';
import { between, chance, pick, type Random, uuidAt } from './random.ts';

export interface Item {
  id: string;
  portfolio: number;
  title: string;
  body: RichText;
  text: string;
  /** The reports it rests on. */
  dossiers: Dossier[];
  /** Where the matter is: a township, or the office that reported. */
  where: string;
  townshipCode: number;
  department: string;
}

interface Making {
  isOpen: boolean;
  random: Random;
  at: number;
}

const MOST_FILES = 4;

/** The same matter of one township makes one item; those that most people speak of come first. */
export function composeItems(plan: CountyPlan, places: Places, waiting: readonly Dossier[], making: Making): Item[] {
  const { isOpen, random } = making;
  const groups = Map.groupBy(waiting, (dossier) => `${dossier.draft.matter.title} ${townshipOf(dossier)}`);
  const ranked = [...groups.values()]
    .map((dossiers) => ({ dossiers, worth: worthOf(dossiers) + random.next() }))
    .sort((a, b) => b.worth - a.worth);
  const isLarge = plan.issues > 5;
  const wanted = isOpen ? between(random, 6, 8) : isLarge ? between(random, 15, 25) : between(random, 4, 6);
  return balanced(
    ranked.map(({ dossiers }) => dossiers),
    wanted,
  )
    .map((dossiers) => composeItem(places, pinnedFirst(dossiers).slice(0, MOST_FILES), making))
    .sort((a, b) => a.portfolio - b.portfolio);
}

const pinnedFirst = (dossiers: readonly Dossier[]): Dossier[] =>
  dossiers.toSorted((a, b) => Number(Boolean(b.draft.pin?.digested)) - Number(Boolean(a.draft.pin?.digested)));

const townshipOf = ({ draft }: Dossier): number => draft.placeCode - (draft.placeCode % 1_000_000);

function worthOf(dossiers: readonly Dossier[]): number {
  const problem = isProblem((dossiers[0] as Dossier).draft.matter.topic) ? 1 : -1.2;
  const urgent = dossiers.some(({ draft }) => draft.isUrgent) ? 1 : 0;
  const wanted = dossiers.some(({ draft }) => draft.pin?.digested) ? 20 : 0;
  return Math.min(dossiers.length, MOST_FILES) * 0.8 + problem + urgent + wanted;
}

/** No leader's part takes over the issue. */
function balanced(groups: readonly Dossier[][], wanted: number): Dossier[][] {
  const most = Math.ceil(wanted / PORTFOLIOS.length) + 2;
  const taken = new Map<number, number>();
  const chosen: Dossier[][] = [];
  for (const dossiers of groups) {
    const portfolio = portfolioOf((dossiers[0] as Dossier).draft.matter.topic);
    if (portfolio === undefined || chosen.length === wanted || (taken.get(portfolio) ?? 0) >= most) continue;
    taken.set(portfolio, (taken.get(portfolio) ?? 0) + 1);
    chosen.push(dossiers);
  }
  return chosen;
}

function composeItem(places: Places, dossiers: Dossier[], { random, at }: Making): Item {
  const first = dossiers[0] as Dossier;
  const { matter, village } = first.draft;
  const villages = [...new Set(dossiers.map(({ draft }) => draft.village?.name).filter((name) => name !== undefined))];
  const where = village?.township.name ?? places.seats.find(({ code }) => code === townshipOf(first))?.name ?? '';
  const title = `${where}${subjectOf(villages, matter)}${matter.title}`;
  const lines = [whatIsSaid(where, dossiers), howMany(dossiers), proposal(where, first, random)];
  const text = lines.filter(Boolean).join('\n');
  return {
    id: uuidAt(random, at),
    portfolio: portfolioOf(matter.topic) as number,
    title,
    body: richTextFromPlain(text),
    text,
    dossiers,
    where,
    townshipCode: townshipOf(first),
    department: matter.department,
  };
}

/** One village by its name, several by their number. */
function subjectOf(villages: readonly string[], { topic }: Matter): string {
  if (villages.length < 2) return villages[0] ?? '';
  return `${villages.length}个村（社区）${isProblem(topic) ? '反映' : ''}`;
}

function whatIsSaid(where: string, dossiers: readonly Dossier[]): string {
  const told = dossiers.map(({ draft }) => {
    const place = draft.village && !draft.telling.fact.includes(draft.village.name) ? draft.village.name : '';
    return `${place}${draft.telling.fact}`;
  });
  const [first, ...others] = [...new Set(told)];
  const effect = dossiers[0]?.draft.telling.effect;
  const similar = others.length > 0 ? `类似情况还有：${others.slice(0, 2).join('；')}。` : '';
  return `${where}群众反映：${first}，${effect}。${similar}`;
}

function howMany(dossiers: readonly Dossier[]): string {
  const told = new Map(dossiers.map(({ draft }) => [draft.facts, draft])); // what was told twice counts once
  const sum = (of: 'households' | 'people') => [...told.values()].reduce((total, draft) => total + (draft[of] ?? 0), 0);
  const [households, people] = [sum('households'), sum('people')];
  const scale = households > 0 ? `共涉及${households}户${people > 0 ? `、约${people}人` : ''}。` : '';
  return `${scale}群众的想法：${dossiers[0]?.draft.telling.wish}。`;
}

function proposal(where: string, { draft }: Dossier, random: Random): string {
  if (!chance(random, 0.65)) return '';
  const term = pick(random, ['三日内', '五个工作日内', '本月内', '下期摘报前']);
  const deed = pick(random, [
    '到现场核实并拿出办法',
    '查清原因、答复群众',
    '先应急处置，再议长效管护',
    '逐户核对，能办的当场办',
  ]);
  return draft.village
    ? `建议：由${draft.matter.department}会同${where}，${term}${deed}。`
    : `建议：由${draft.matter.department}牵头，${term}${deed}。`;
}
