import { ARRANGEABLE, arrangementOf, FIXED_COLUMN, type Kept } from '@lxq/schema/preferences/preference.ts';
import { type ListScreen, opensList } from '@lxq/schema/views/list-screens.ts';
import { besideCounty } from '../auth/session.read.ts';
import { badInput, forbidden, notFound } from '../platform/contract/errors.ts';
import { type Scope, scopeLevelOf } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { VIEW_WORDS } from '../views/saved-view.words.ts';
import type { FirstView, Preference, PreferenceInput } from './preference.type.ts';

interface Stored {
  screen: ListScreen;
  kept: Kept;
  first: FirstView | null;
}
const STORED = (
  which: string,
) => `select p.screen, p.kept, (select json_build_object('id', v.id, 'filter', v.filter, 'sort', v.sort) from saved_view v
    where v.county_code = p.county_code and v.id = p.first_view_id and v.screen = p.screen and v.removed_at is null) as first
  from preference p where ${which} and p.person_id = app.person()`;

/** Comes with whoever comes in: a desk that is opened asks for nothing more. */
const arrived = besideCounty<Stored[]>('preferences', {
  sql: `select coalesce(json_agg(one), '[]') from (${STORED('p.county_code = c.county_code')}) one`,
  isFor: (rights) => !['VILLAGE', 'OFFICER'].includes(scopeLevelOf(rights.role)),
});

export const ofViewer = async (scope: Scope): Promise<Preference[]> => ((await arrived(scope)) ?? []).map(shown);

const shown = ({ screen, kept, first }: Stored): Preference => ({
  screen,
  ...arrangementOf(screen, kept),
  firstView: first,
});

/** One statement, so that what two machines of a person change at once does not undo each other. */
export async function save(scope: Scope, screen: ListScreen, input: PreferenceInput): Promise<Preference> {
  if (!opensList(scope.rights.role, screen)) throw forbidden();
  const { firstView, ...kept } = checked(screen, input);
  if (firstView) await findView(scope, screen, firstView);
  await scope.rows(
    `insert into preference as p (county_code, person_id, screen, kept, first_view_id) values ($1, $2, $3, jsonb_strip_nulls($4::jsonb), $5)
     on conflict (county_code, person_id, screen) do update set kept = jsonb_strip_nulls(p.kept || $4::jsonb),
       first_view_id = case when $6 then excluded.first_view_id else p.first_view_id end`,
    [scope.county, scope.rights.personId, screen, JSON.stringify(kept), firstView ?? null, firstView !== undefined],
  );
  const row = await scope.row<Stored>(STORED('p.county_code = $1 and p.screen = $2'), [scope.county, screen]);
  return shown(row as Stored);
}

function checked(screen: ListScreen, { ...input }: PreferenceInput): PreferenceInput {
  const { columns, sort, sequence } = input;
  if (columns && !columns.includes(FIXED_COLUMN)) throw badInput('columns', ...WORDS.fixed);
  if (sort && !ARRANGEABLE[screen].sorts.includes(sort)) throw badInput('sort', ...WORDS.noSuchSort);
  if (sequence?.some((id) => !isUuid(id))) throw badInput('sequence', ...WORDS.noSuchView);
  return input;
}
const WORDS = {
  fixed: ['编号列不能隐藏', 'The number stays: it is the way into a row'],
  noSuchSort: ['该列表没有这种排序', 'This list has no such order'],
  noSuchView: ['视图编号有误，请刷新后重试', 'These are no views; load the page anew'],
} as const;

/** One's own, or shared with one's desk; any other is as good as absent. */
async function findView(scope: Scope, screen: ListScreen, id: string): Promise<void> {
  const text = 'select from saved_view where county_code = $1 and id = $2 and screen = $3 and removed_at is null';
  const view = isUuid(id) && (await scope.row(text, [scope.county, id, screen]));
  if (!view) throw notFound(...VIEW_WORDS.view);
}
