import { officeOf } from '@lxq/schema/places.ts';
import { THEME_MACHINE, type ThemeDeed, type ThemeFacts, type ThemeState } from '@lxq/schema/themes/theme-states.ts';
import { topicName } from '../terms.ts';
import type { Dossier } from './dossier.ts';
import { dateOf, lineRow, type Made, once, opened, type Standing } from './guidance-made.ts';
import * as texts from './guidance-texts.ts';
import { pick, uuidAt } from './random.ts';
import { go, type Moving, next } from './way.ts';

export const THEME_STORIES: readonly (readonly ThemeDeed[])[] = [
  ...[[], ['plan'] as const, ['plan', 'answer'] as const, ['plan', 'answer', 'close'] as const, ['dissolve'] as const],
];
const WORDS: Partial<Record<ThemeDeed, string>> = {
  ...{ plan: texts.THEME_PLAN, answer: texts.THEME_ANSWER, dissolve: texts.THEME_DISSOLVED },
};

/** Judged reports of one topic from several villages, the newest first. */
export function common(dossiers: readonly Dossier[]): Dossier[][] {
  const judged = dossiers.filter(
    ({ draft, handledAt, master, state }) => handledAt && !master && draft.line === 'LINE' && state !== 'WITHDRAWN',
  );
  const newest = judged.toSorted((a, b) => b.submittedAt - a.submittedAt);
  const villageOf = ({ draft }: Dossier) => Math.floor(draft.placeCode / 1_000);
  return [...Map.groupBy(newest, ({ draft }) => draft.matter.topic).values()]
    .map((all) => [...new Map(all.map((each) => [villageOf(each), each])).values()].slice(0, 5))
    .filter((members) => members.length >= 3);
}

export function themeOf(
  made: Made,
  { deeds, members }: { deeds: readonly ThemeDeed[]; members: readonly Dossier[] },
): Standing {
  const { countyCode, drafter, at, desk } = made;
  const office = officeOf(countyCode);
  const theme: Moving<ThemeState> = {
    ...{ state: 'OPEN', stateSince: at, lines: [opened(at, 'openTheme', 'OPEN', drafter)], changes: 0 },
  };
  let moment = at;
  for (const [i, deed] of deeds.entries()) {
    moment = next(moment, [4, 40], { left: deeds.length - i, desk, random: desk.random });
    const facts: ThemeFacts = { state: theme.state, unitCode: office };
    go(theme, THEME_MACHINE, deed, { facts, actor: drafter, moment }).note = WORDS[deed];
  }
  const id = uuidAt(desk.random, at);
  const topic = (members[0] as Dossier).draft.matter.topic;
  const owner = pick(desk.random, ['县群工办综合科', '县农业农村局', '县住房和城乡建设局']);
  const row = {
    ...{
      county_code: countyCode,
      id,
      unit_code: office,
      client_id: uuidAt(desk.random, at - 60_000),
      state: theme.state,
    },
    ...{ state_since: new Date(theme.stateSince), title: `${topicName(topic)}问题集中反映` },
    ...{ opened_by_id: drafter.person.id, opened_by_name: drafter.person.name, opened_at: new Date(at) },
    ...{ owner: once(deeds, 'plan', owner), plan: once(deeds, 'plan', texts.THEME_PLAN) },
    ...{ answer: once(deeds, 'answer', texts.THEME_ANSWER), answered_at: dateOf(theme.lines, 'answer') },
    version: 1 + theme.changes,
  };
  const of = { subject: 'THEME', id, unit: office, ears: 'LEADERS' };
  return { row, audit: theme.lines.map((line) => lineRow(made, of, line)) };
}
