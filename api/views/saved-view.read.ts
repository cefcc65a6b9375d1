import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { SavedView } from './saved-view.entity.ts';

/** The viewer's own and what their desk shares, by name: which those are says the policy. */
export const list = (scope: Scope, screen: ListScreen): Promise<SavedView[]> =>
  scope.rows<SavedView>(
    `select * from saved_view where county_code = $1 and screen = $2 and removed_at is null
     order by person_id <> $3, name, id limit 100`,
    [scope.county, screen, scope.rights.personId],
  );

/** What of a view's filter is no more: a topic or source out of use, a place that was dissolved. */
export interface ViewFault {
  field: string;
  code: string;
  /** Null where the county has never had it. */
  name: string | null;
}
interface Named {
  topics?: string[];
  sources?: string[];
  under?: string;
}

/** For all views of a list in one statement. */
export const faultsOf = (scope: Scope) =>
  scope.loader<SavedView, ViewFault[]>('faults of views', async (views) => {
    const named = views.flatMap(({ filter }) => wordsOf(filter));
    const gone = named.length ? await whatIsGone(scope, named) : [];
    return views.map(({ filter }) =>
      wordsOf(filter).flatMap(({ field, code }) => gone.find((one) => one.field === field && one.code === code) ?? []),
    );
  });

function wordsOf(filter: Named): { field: string; code: string }[] {
  const each = (field: 'topics' | 'sources') => (filter[field] ?? []).map((code) => ({ field, code }));
  return [...each('topics'), ...each('sources'), ...(filter.under ? [{ field: 'under', code: filter.under }] : [])];
}

const whatIsGone = (scope: Scope, named: readonly { field: string; code: string }[]) =>
  scope.rows<ViewFault>(
    `select distinct n.field, n.code, coalesce(t.name, p.full_name) as name from unnest($2::text[], $3::text[]) n (field, code)
     left join term t on t.county_code = $1 and t.code = n.code and t.kind = case n.field when 'topics' then 'TOPIC' when 'sources' then 'SOURCE' end
     left join place p on n.field = 'under' and p.county_code = $1 and p.code::text = n.code
     where not coalesce(t.is_active, coalesce(p.valid_to, 'infinity') >= app.today() and p.code is not null)`,
    [scope.county, named.map(({ field }) => field), named.map(({ code }) => code)],
  );
