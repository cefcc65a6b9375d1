import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthProblem } from '@lxq/schema/problems.ts';
import { opensList, viewUnmet } from '@lxq/schema/views/list-screens.ts';
import { ownDesk } from '../desks/desk.sight.ts';
import { badInput, conflict, forbidden, notFound, refused } from '../platform/contract/errors.ts';
import { filled, LENGTH, refuseFirst } from '../platform/contract/words.ts';
import { record } from '../platform/deeds/audit.service.ts';
import { type Scope, scopeLevelOf } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import * as reports from '../reports/lists/report.read.ts';
import { SavedView } from './saved-view.entity.ts';
import type { SavedViewInput } from './saved-view.input.ts';
import { VIEW_WORDS } from './saved-view.words.ts';

const { views: LIMIT } = LIMITS;

/** Keeps a new view, or changes name, filter and order of one. */
export async function save(scope: Scope, input: SavedViewInput): Promise<SavedView> {
  const wanted = checked(scope, input);
  const held = input.id ? await hold(scope, input.id, input.version) : null;
  if (held) {
    if (held.screen !== input.screen) throw badInput('screen', ...VIEW_WORDS.anotherScreen);
    refuseForeign(scope, held);
  }
  await oneByOne(scope);
  await refuseSameName(scope, { id: held?.id ?? null, personId: held?.personId ?? scope.rights.personId, ...wanted });
  if (held) return change(scope, held, wanted);
  await sweep(scope);
  await refuseBeyond(scope, 'own');
  const { personId, personName: makerName, role, unitCode } = scope.rights;
  const own = { personId, makerName, unitCode, desk: scopeLevelOf(role) as SavedView['desk'] };
  const view = await scope.work.add(SavedView, { countyCode: scope.county, id: newId(), ...own, ...wanted });
  await scope.work.flush();
  return view;
}

/** Colleagues of the desk see it from now on, or no more; whose it is decides. */
export async function share(scope: Scope, id: string, isShared: boolean, version: number): Promise<SavedView> {
  const view = await hold(scope, id, version);
  refuseForeign(scope, view);
  if (view.isShared === isShared) return view;
  await oneByOne(scope);
  if (isShared) await refuseBeyond(scope, 'shared');
  return change(scope, view, { isShared });
}

export async function remove(scope: Scope, id: string, version: number): Promise<SavedView> {
  const view = await hold(scope, id, version);
  refuseForeign(scope, view);
  return change(scope, view, { removedAt: scope.now });
}

/** Brings back what was removed lately. */
export async function restore(scope: Scope, id: string): Promise<SavedView> {
  const view = await find(scope, id);
  if (!view) throw notFound(...VIEW_WORDS.view);
  refuseForeign(scope, view);
  if (!view.removedAt) return view;
  await oneByOne(scope);
  await refuseSameName(scope, view);
  await refuseBeyond(scope, view.isShared ? 'shared' : 'own');
  return change(scope, view, { removedAt: null });
}

type Wanted = Pick<SavedView, 'screen' | 'name' | 'filter' | 'sort'>;
/** As its list would take it; what is in force is another question, which the view answers when it is opened. */
function checked(scope: Scope, { screen, name, reports: filter, sort }: SavedViewInput): Wanted {
  if (!opensList(scope.rights.role, screen)) throw forbidden();
  const trimmed = name.trim();
  refuseFirst(lengthProblem('name', trimmed, LIMIT.name), { 'name.SHORT': LENGTH, 'name.LONG': LENGTH });
  reports.checkList(scope, filter, sort);
  return { screen, name: trimmed, filter: given(filter ?? {}), sort };
}
const given = (filter: object) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));

const find = (scope: Scope, id: string) =>
  isUuid(id) ? scope.work.find(SavedView, { countyCode: scope.county, id }, { isHeld: true }) : null;

/** Of two who change one, the second is told. */
async function hold(scope: Scope, id: string, version: number | null | undefined): Promise<SavedView> {
  const view = await find(scope, id);
  if (!view || view.removedAt) throw notFound(...VIEW_WORDS.view);
  if (version !== view.version) throw await overtaken(scope, view);
  return view;
}
async function overtaken(scope: Scope, view: SavedView) {
  const last = await scope.row<{ actorName: string }>(
    'select coalesce(acted_by_name, actor_name) as actor_name from audit where county_code = $1 and subject_id = $2 order by at desc, id desc limit 1',
    [scope.county, view.id],
  );
  return conflict(...filled(VIEW_WORDS.taken, { by: last?.actorName ?? view.makerName }), { version: view.version });
}

function refuseForeign(scope: Scope, view: SavedView): void {
  const missing = viewUnmet(view, scope.rights);
  if (missing.length) throw refused(missing);
}

/** Whoever counts and adds has the county's views to themselves until the end: saving one is rare, and the bound holds. */
const oneByOne = (scope: Scope) =>
  scope.rows(`select pg_advisory_xact_lock($1, hashtext('saved_view'))`, [scope.county]);

async function refuseSameName(
  scope: Scope,
  { id, personId, screen, name }: Pick<SavedView, 'personId' | 'screen' | 'name'> & { id: string | null },
) {
  const same = await scope.row(
    `select from saved_view where county_code = $1 and person_id = $2 and screen = $3 and name = $4 and removed_at is null
     and id is distinct from $5`,
    [scope.county, personId, screen, name, id],
  );
  if (same) throw badInput('name', ...VIEW_WORDS.sameName);
}

/** The viewer's own that they keep to themselves, or what their desk shares. */
async function refuseBeyond(scope: Scope, kind: 'own' | 'shared'): Promise<void> {
  const [row] = await scope.rows<{ count: number }>(
    `select count(*)::int as count from saved_view where county_code = $1 and removed_at is null
     and ${kind === 'own' ? 'person_id = $2' : 'is_shared and $2::uuid is not null'}`,
    [scope.county, scope.rights.personId],
  );
  const words = kind === 'own' ? VIEW_WORDS.tooMany : VIEW_WORDS.tooManyShared;
  if ((row?.count ?? 0) >= LIMIT[kind]) throw badInput('views', ...filled(words, { max: LIMIT[kind] }));
}

/** What a desk shares has a history of its own; what somebody keeps for themselves is nobody's business. */
async function change(scope: Scope, view: SavedView, wanted: Partial<SavedView>): Promise<SavedView> {
  const wasShared = view.isShared;
  const { name, filter, sort } = view;
  Object.assign(view, wanted);
  await scope.work.flush();
  if (wasShared || view.isShared) {
    const deed = wanted.removedAt ? 'removeView' : wanted.removedAt === null ? 'restoreView' : 'saveView';
    await record(
      scope,
      { subject: 'VIEW', subjectId: view.id, ...ownDesk(scope) },
      { deed, note: view.name, detail: { before: { name, filter, sort } } },
    );
  }
  return view;
}

/** What was removed and not brought back goes with the next that is kept. */
const sweep = (scope: Scope) =>
  scope.rows(
    `delete from saved_view where county_code = $1 and person_id = $2 and removed_at < app.now() - $3::interval`,
    [scope.county, scope.rights.personId, `${LIMIT.keptHours} hours`],
  );
