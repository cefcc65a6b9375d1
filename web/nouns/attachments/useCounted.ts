import {
  ATTACHMENT_KINDS,
  type AttachmentDeed,
  type AttachmentKind,
} from '@lxq/schema/attachments/attachment-words.ts';
import { useTranslation } from 'react-i18next';
import { useJoined } from '../../ui/useJoined.ts';

/** Attachments in numbers: 照片2张、录音1段; and as a line of a history tells of them: 添加照片2张. */
export function useCounted() {
  const { t } = useTranslation('words');
  const joined = useJoined();
  const counted = (attached: readonly { kind: AttachmentKind }[]): string =>
    joined(
      ATTACHMENT_KINDS.flatMap((kind) => {
        const count = attached.filter((one) => one.kind === kind).length;
        return count === 0 ? [] : [t(`attached.${kind}`, { count })];
      }),
    );
  const told = (deed: string, kinds: readonly AttachmentKind[]): string =>
    t(`attached.${deed as AttachmentDeed}`, { what: counted(kinds.map((kind) => ({ kind }))) });
  return { counted, told };
}
