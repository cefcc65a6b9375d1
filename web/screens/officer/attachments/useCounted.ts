import { ATTACHMENT_KINDS } from '@lxq/schema/attachments/attachment-words.ts';
import { useTranslation } from 'react-i18next';
import type { Attached } from '../../../device/draft.ts';

/** "照片2张，录音1段" */
export function useCounted() {
  const { t, i18n } = useTranslation('officer');
  return (attached: readonly Pick<Attached, 'kind'>[]): string =>
    ATTACHMENT_KINDS.flatMap((kind) => {
      const count = attached.filter((one) => one.kind === kind).length;
      return count === 0 ? [] : [t(`attach.count.${kind}`, { count })];
    }).join(i18n.language === 'en' ? ', ' : '，');
}
