import type { AttachmentKind } from '@lxq/schema/attachments/attachment-words.ts';
import { useTranslation } from 'react-i18next';

interface Named {
  kind: AttachmentKind;
  name: string | null;
}

/** What one of a thing's attachments is called where it stands among them: 照片1, 录音, a document's own name. */
export function useNameOf() {
  const { t } = useTranslation('attachments');
  return <Of extends Named>(one: Of, all: readonly Of[]): string => {
    const { kind, name } = one;
    if (kind !== 'PHOTO') return name ?? t(`kind.${kind}`);
    return t('photo', { no: all.filter((each) => each.kind === kind).indexOf(one) + 1 });
  };
}
