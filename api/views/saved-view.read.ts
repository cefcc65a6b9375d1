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

/** What of a view's filter is no more: a topic or source out of use, a place that was dissolved, a marker that its desk has removed. */
export interface ViewFault {
  field: string;
  code: string;
  /** Null where the county has never had it, and of a marker. */
  name: string | null;
}
interface Named {
  topics?: string[];
  sources?: string[];
  under?: string;
  marker?: string;
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
  const fields = ['topics', 'sources', 'under', 'marker'] as const;
  return fields.flatMap((field) => [filter[field] ?? []].flat().map((code) => ({ field, code })));
}

const whatIsGone = (scope: Scope, named: readonly { field: string; code: string }[]) =>
  scope.rows<ViewFault>(
    `select distinct n.field, n.code, coalesce(t.name, p.full_name) as name from unnest($2::text[], $3::text[]) n (field, code)
     left join term t on t.county_code = $1 and t.code = n.code and t.kind = case n.field when 'topics' then 'TOPIC' when 'sources' then 'SOURCE' end
     left join place p on n.field = 'under' and p.county_code = $1 and p.code::text = n.code
     left join marker k on n.field = 'marker' and k.county_code = $1 and k.id::text = n.code
     where not coalesce(t.is_active, p.code is not null and coalesce(p.valid_to, 'infinity') >= app.today() or k.id is not null)`,
    [scope.county, named.map(({ field }) => field), named.map(({ code }) => code)],
  );
