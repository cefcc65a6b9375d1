import { THEME_TRAYS } from '@lxq/schema/themes/theme-states.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { countTrays, ownTo, plainPage } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Theme } from './theme.entity.ts';
import type { ThemeFilter } from './theme.input.ts';

/** Newest first: the county's all, a station's its own. */
export function list(scope: Scope, { tray, ...page }: ThemeFilter & { first: number; after?: string | null }) {
  const wanted = ownTo(scope);
  if (tray) wanted.oneOf('state', THEME_TRAYS[tray]);
  return plainPage<Theme>(scope, { table: 'theme', at: 'opened_at' }, wanted, page);
}
/** How many lie where, of the same. */
export const counts = (scope: Scope) => countTrays(scope, 'theme', THEME_TRAYS, ownTo(scope));
export const themeById = byKey<Theme, string>('theme', 'theme', 'id', 'uuid', 'id');

/** The reports that it is seen in. */
export const reportIdsOf = (scope: Scope) =>
  scope.loader<string, string[]>('reports of theme', async (ids) => {
    const rows = await scope.rows<{ themeId: string; reportId: string }>(
      'select theme_id, report_id from theme_report where county_code = $1 and theme_id = any($2::uuid[]) order by report_id',
      [scope.county, ids],
    );
    const found = Map.groupBy(rows, ({ themeId }) => themeId);
    return ids.map((id) => found.get(id)?.map(({ reportId }) => reportId) ?? []);
  });
