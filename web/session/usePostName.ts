import { useTranslation } from 'react-i18next';
import type { ViewerPostFragment } from './viewer.generated.ts';

/** "乡镇群众工作站经办"; a leader's says of the county or the city. */
export function useRoleName() {
  const { t } = useTranslation('words');
  return ({ role, leaderLevel }: Pick<ViewerPostFragment, 'role' | 'leaderLevel'>) =>
    leaderLevel ? t(`leaderLevel.${leaderLevel}`) : t(`role.${role}`);
}

/** "东关镇群众工作站 · 乡镇群众工作站经办". */
export function usePostName() {
  const roleName = useRoleName();
  return (post: ViewerPostFragment) => `${post.unit.name} · ${roleName(post)}`;
}
