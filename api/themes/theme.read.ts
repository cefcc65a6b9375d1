import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { THEME_TRAYS, type ThemeTray } from '@lxq/schema/themes/theme-states.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { inTrays, plainPage } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Theme } from './theme.entity.ts';
import type { ThemeFilter } from './theme.input.ts';

/** The county's are all there are, a station's its own. */
function own({ county, rights }: Scope): Conditions {
  const wanted = new Conditions().add('county_code = ?', county);
  return LEVEL_OF[rights.role] === 'COUNTY' ? wanted : wanted.add('unit_code = ?', rights.unitCode);
}
/** Newest first. */
export function list(scope: Scope, { tray, ...page }: ThemeFilter & { first: number; after?: string | null }) {
  const wanted = own(scope);
  if (tray) wanted.oneOf('state', THEME_TRAYS[tray]);
  return plainPage<Theme>(scope, { table: 'theme', at: 'opened_at' }, wanted, page);
}
/** How many lie where, of the same. */
export async function counts(scope: Scope): Promise<{ tray: ThemeTray; count: number }[]> {
  const wanted = own(scope);
  const text = `select state, count(*)::int as n from theme where ${wanted} group by 1`;
  return inTrays(THEME_TRAYS, await scope.rows<{ state: string; n: number }>(text, wanted.values));
}
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
