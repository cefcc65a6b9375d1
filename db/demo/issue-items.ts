import { type RichText, richTextFromPlain } from '@lxq/schema/rich-text.ts';
import type { CaseFile } from './case-file.ts';
import type { CountyPlan } from './counties.ts';
import type { Matter } from './matters/matter.ts';
import type { Places } from './places.ts';
import { PORTFOLIOS, portfolioOf } from './portfolios.ts';
import { between, chance, pick, type Random, uuidAt } from './random.ts';
import { isProblem } from './terms.ts';

export interface Item {
  id: string;
  portfolio: number;
  title: string;
  body: RichText;
  text: string;
  /** The reports it rests on. */
  files: CaseFile[];
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
export function composeItems(plan: CountyPlan, places: Places, waiting: readonly CaseFile[], making: Making): Item[] {
  const { isOpen, random } = making;
  const groups = Map.groupBy(waiting, (file) => `${file.draft.matter.title} ${townshipOf(file)}`);
  const ranked = [...groups.values()]
    .map((files) => ({ files, worth: worthOf(files) + random.next() }))
    .sort((a, b) => b.worth - a.worth);
  const isLarge = plan.issues > 5;
  const wanted = isOpen ? between(random, 6, 8) : isLarge ? between(random, 15, 25) : between(random, 4, 6);
  return balanced(
    ranked.map(({ files }) => files),
    wanted,
  )
    .map((files) => composeItem(places, pinnedFirst(files).slice(0, MOST_FILES), making))
    .sort((a, b) => a.portfolio - b.portfolio);
}

const pinnedFirst = (files: readonly CaseFile[]): CaseFile[] =>
  files.toSorted((a, b) => Number(Boolean(b.draft.pin?.digested)) - Number(Boolean(a.draft.pin?.digested)));

const townshipOf = ({ draft }: CaseFile): number => draft.placeCode - (draft.placeCode % 1_000_000);

function worthOf(files: readonly CaseFile[]): number {
  const problem = isProblem((files[0] as CaseFile).draft.matter.topic) ? 1 : -1.2;
  const urgent = files.some(({ draft }) => draft.isUrgent) ? 1 : 0;
  const wanted = files.some(({ draft }) => draft.pin?.digested) ? 20 : 0;
  return Math.min(files.length, MOST_FILES) * 0.8 + problem + urgent + wanted;
}

/** No leader's part takes over the issue. */
function balanced(groups: readonly CaseFile[][], wanted: number): CaseFile[][] {
  const most = Math.ceil(wanted / PORTFOLIOS.length) + 2;
  const taken = new Map<number, number>();
  const chosen: CaseFile[][] = [];
  for (const files of groups) {
    const portfolio = portfolioOf((files[0] as CaseFile).draft.matter.topic);
    if (portfolio === undefined || chosen.length === wanted || (taken.get(portfolio) ?? 0) >= most) continue;
    taken.set(portfolio, (taken.get(portfolio) ?? 0) + 1);
    chosen.push(files);
  }
  return chosen;
}

function composeItem(places: Places, files: CaseFile[], { random, at }: Making): Item {
  const first = files[0] as CaseFile;
  const { matter, village } = first.draft;
  const villages = [...new Set(files.map(({ draft }) => draft.village?.name).filter((name) => name !== undefined))];
  const where = village?.township.name ?? places.seats.find(({ code }) => code === townshipOf(first))?.name ?? '';
  const title = `${where}${subjectOf(villages, matter)}${matter.title}`;
  const lines = [whatIsSaid(where, files), howMany(files), proposal(where, first, random)];
  const text = lines.filter(Boolean).join('\n');
  return {
    id: uuidAt(random, at),
    portfolio: portfolioOf(matter.topic) as number,
    title,
    body: richTextFromPlain(text),
    text,
    files,
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

function whatIsSaid(where: string, files: readonly CaseFile[]): string {
  const told = files.map(({ draft }) => {
    const place = draft.village && !draft.telling.fact.includes(draft.village.name) ? draft.village.name : '';
    return `${place}${draft.telling.fact}`;
  });
  const [first, ...others] = [...new Set(told)];
  const effect = files[0]?.draft.telling.effect;
  const similar = others.length > 0 ? `类似情况还有：${others.slice(0, 2).join('；')}。` : '';
  return `${where}群众反映：${first}，${effect}。${similar}`;
}

function howMany(files: readonly CaseFile[]): string {
  const told = new Map(files.map(({ draft }) => [draft.facts, draft])); // what was told twice counts once
  const sum = (of: 'households' | 'people') => [...told.values()].reduce((total, draft) => total + (draft[of] ?? 0), 0);
  const [households, people] = [sum('households'), sum('people')];
  const scale = households > 0 ? `共涉及${households}户${people > 0 ? `、约${people}人` : ''}。` : '';
  return `${scale}群众的想法：${files[0]?.draft.telling.wish}。`;
}

function proposal(where: string, { draft }: CaseFile, random: Random): string {
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
