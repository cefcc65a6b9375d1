import { useTranslation } from 'react-i18next';
import type { View } from './useViews.ts';

/** What of a view holds no more: 类别“道路”, 地点 990101101202000. */
export function useUnknownWords() {
  const { t } = useTranslation('views');
  return ({ field, code, name }: View['faults'][number]) => t(`fault.${field as 'topics'}`, { name: name ?? code });
}
