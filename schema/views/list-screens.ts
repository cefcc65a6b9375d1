import { ROLES, type Role, SCREENS, type Screen } from '../roles.ts';
import type { Unmet } from '../transitions.ts';
import { unmet } from '../transitions.ts';

/** Lists that somebody arranges for themselves, by the screen on which they stand. */
export const LIST_SCREENS = ['DESK', 'ANALYST', 'SEARCH'] as const;
export type ListScreen = (typeof LIST_SCREENS)[number];
const FAMILY: Record<ListScreen, Screen> = { DESK: 'desk', ANALYST: 'analyst', SEARCH: 'search' };

export const opensList = (role: Role, screen: ListScreen): boolean => SCREENS[role].includes(FAMILY[screen]);
/** Who has a list to arrange. */
export const ARRANGERS: readonly Role[] = ROLES.filter((role) =>
  LIST_SCREENS.some((screen) => opensList(role, screen)),
);

/** Who heads a desk looks after what its people share, also when they have left. */
const HEADS: readonly Role[] = ['COUNTY_DIRECTOR', 'TOWNSHIP_LEADER'];

/** What keeps somebody from changing a view that they see. */
export function viewUnmet(view: { personId: string }, viewer: { personId: string; role: Role }): Unmet[] {
  const may = view.personId === viewer.personId || HEADS.includes(viewer.role);
  return may ? [] : [unmet('maker', '只有创建人和单位负责人可以修改', 'Only its maker and the head of the desk may')];
}
