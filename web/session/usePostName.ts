import { useTranslation } from 'react-i18next';
import type { ViewerPostFragment } from './viewer.generated.ts';

/** "东关镇群众工作站 · 乡镇群众工作站经办". */
export function usePostName() {
  const { t } = useTranslation('words');
  return (post: ViewerPostFragment) => `${post.unit.name} · ${t(`role.${post.role}`)}`;
}
