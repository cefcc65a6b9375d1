import { THEME_REPORTS, THEME_VILLAGES } from '@lxq/schema/themes/theme-states.ts';
import { badInput } from '../platform/contract/errors.ts';
import { peopleUnmet, refusePeople } from '../platform/contract/people.ts';
import { filled } from '../platform/contract/words.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { begin, carry, find, move, noteMany } from '../platform/deeds/noun.ts';
import { onceSent } from '../platform/deeds/once.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import { reportSeen } from '../reports/handling/report.noun.ts';
import { answerReports } from '../reports/handling/report-answer.service.ts';
import type { Report } from '../reports/report.entity.ts';
import { Theme } from './theme.entity.ts';
import { checkedTheme, checkedThemePlan, type ThemeDraft, type ThemePlan } from './theme.input.ts';
import { themeNoun } from './theme.noun.ts';
import { reportIdsOf } from './theme.read.ts';
import { THEME_WORDS } from './theme.words.ts';

type Seen = Pick<Report, 'id' | 'unitCode' | 'authorId' | 'line' | 'placeCode'>;

/** Accepts the same draft any number of times and opens one theme. */
export async function open(scope: Scope, draft: ThemeDraft): Promise<Theme> {
  const { clientId, title, reports: ids } = checkedTheme(draft);
  const { countyCode, personId: openedById, personName: openedByName, unitCode } = scope.rights;
  const isSame = (earlier: Theme) => earlier.title === title;
  const sent = { entity: Theme, by: { openedById, clientId }, isSame, otherwise: THEME_WORDS.sentOtherwise };
  return onceSent(scope, sent, async () => {
    const reports = await common(scope, ids);
    refusePeople(title);
    const row: Partial<Theme> = {
      ...{ countyCode, id: newId(), clientId, unitCode, title, state: 'OPEN', stateSince: scope.now },
      ...{ openedById, openedByName, openedAt: scope.now },
    };
    const theme = await begin(scope, themeNoun, row, { deed: 'openTheme', tells: 'THEME_OPENED' });
    await link(scope, theme, reports);
    return theme;
  });
}

/** Reports that the viewer sees, as many and of as many villages as make a matter common; none of them sealed, nor while it is linked. */
async function common(scope: Scope, ids: readonly string[]): Promise<Seen[]> {
  const reports = ids.every(isUuid)
    ? await scope.rows<Seen>(
        'select id, unit_code, author_id, line, place_code from report where county_code = $1 and id = any($2::uuid[]) order by id for share',
        [scope.county, ids],
      )
    : [];
  if (reports.length < ids.length) throw badInput('reports', ...THEME_WORDS.noSuchReport);
  if (reports.some(({ line }) => line === 'SEALED')) throw badInput('reports', ...THEME_WORDS.sealed);
  const villages = new Set(reports.map(({ placeCode }) => Math.floor(placeCode / 1_000))).size;
  if (reports.length < THEME_REPORTS || villages < THEME_VILLAGES)
    throw badInput('reports', ...filled(THEME_WORDS.notCommon, { reports: THEME_REPORTS, villages: THEME_VILLAGES }));
  return reports;
}

/** … stand in it, and their reporters see so. */
async function link(scope: Scope, theme: Theme, reports: readonly Seen[]): Promise<void> {
  const { countyCode, id: themeId, unitCode } = theme;
  await scope.insertMany(
    'theme_report',
    reports.map(({ id: reportId }) => ({ countyCode, themeId, reportId, unitCode })),
  );
  await noteMany(scope, reportSeen, reports, {
    ...{ done: () => ({ deed: 'openTheme' }), tells: 'REPORT_ACTED_ON', about: { THEME: themeId } },
  });
}

/** Others stand in it from now on. */
export async function gather(scope: Scope, { id, version }: Versioned, ids: readonly string[]): Promise<Theme> {
  const theme = await find(scope, themeNoun, id, version);
  const wanted = await common(scope, checkedTheme({ title: theme.title, reports: ids }).reports);
  const before = new Set((await reportIdsOf(scope).load(id)) ?? []);
  const moved = await move(scope, themeNoun, 'gather', theme, { change: { gatheredAt: scope.now } });
  await scope.rows(
    'delete from theme_report where county_code = $1 and theme_id = $2 and report_id <> all($3::uuid[])',
    [scope.county, id, wanted.map((report) => report.id)],
  );
  const added = wanted.filter((report) => !before.has(report.id));
  if (added.length) await link(scope, moved, added);
  scope.refresh();
  return moved;
}

export function plan(scope: Scope, { id, version }: Versioned, given: ThemePlan): Promise<Theme> {
  const { owner, plan: text } = checkedThemePlan(given);
  return carry(scope, themeNoun, 'plan', { id, version, note: text, change: { owner, plan: text } });
}

/** Every reporter hears what came of it, also of what was merged. */
export async function answer(scope: Scope, { id, version, words }: Given): Promise<Theme> {
  const moved = await carry(scope, themeNoun, 'answer', {
    ...{ id, version, note: words, unmet: peopleUnmet(words), change: { answer: words, answeredAt: scope.now } },
  });
  const reports = await scope.rows<Seen>(
    `with source as (select report_id as id from theme_report where county_code = $1 and theme_id = $2)
     select r.id, r.unit_code, r.author_id, r.line, r.place_code from source s join report r on r.county_code = $1 and r.id = s.id
     union
     select m.id, m.unit_code, m.author_id, m.line, m.place_code from source s join report m on m.county_code = $1 and m.master_id = s.id and m.state = 'MERGED'
     order by id`,
    [scope.county, id],
  );
  await answerReports(scope, reports, { answer: words, about: { THEME: id } });
  return moved;
}
