import { isSeated } from '@lxq/schema/places.ts';
import type { Capacity, Role } from '@lxq/schema/roles.ts';
import { useTranslation } from 'react-i18next';
import type { ViewerPostFragment } from './viewer.generated.ts';

/** A post as far as its name depends on it. */
export interface NamedPost {
  role: Role;
  capacity?: Capacity | null;
  leaderLevel?: ViewerPostFragment['leaderLevel'];
  unit?: { code: string } | null;
}
const SEATED = ['TOWNSHIP_CLERK', 'TOWNSHIP_LEADER'] as const;

/** "主要负责人", or "乡镇群众工作站经办", at a department "单位经办"; a leader's says of the county or the city. */
export function useRoleName() {
  const { t } = useTranslation('words');
  return ({ role, capacity, leaderLevel, unit }: NamedPost) => {
    if (capacity) return t(`capacity.${capacity}`);
    if (leaderLevel) return t(`leaderLevel.${leaderLevel}`);
    const seated = SEATED.find((each) => each === role);
    return seated && unit && isSeated(Number(unit.code)) ? t(`seatedRole.${seated}`) : t(`role.${role}`);
  };
}

/** The same, and "代理 张某（主要负责人）" of a post that the viewer stands in for. */
export function useActingName() {
  const { t } = useTranslation('words');
  const roleName = useRoleName();
  return (post: NamedPost & Pick<ViewerPostFragment, 'personName' | 'viewerStandsIn'>) =>
    post.viewerStandsIn ? t('standsInFor', { name: post.personName, post: roleName(post) }) : roleName(post);
}

/** "东关镇群众工作站 · 乡镇群众工作站经办". */
export function usePostName() {
  const actingName = useActingName();
  return (post: ViewerPostFragment) => `${post.unit.name} · ${actingName(post)}`;
}
