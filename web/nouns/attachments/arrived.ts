import { ATTACHMENT_KINDS, type AttachmentKind } from '@lxq/schema/attachments/attachment-words.ts';
import type { AttachmentWholeFragment } from './attachment.generated.ts';

export interface Arrived {
  kind: AttachmentKind;
  count: number;
  arrived: number;
}

/** How many of each kind there are, and how many of them have come; what was looked at and not taken is not awaited any more, and has not come. */
export const arrivedOf = (attachments: readonly Pick<AttachmentWholeFragment, 'kind' | 'state'>[]): Arrived[] =>
  ATTACHMENT_KINDS.map((kind) => {
    const all = attachments.filter((each) => each.kind === kind);
    return { kind, count: all.length, arrived: all.filter(({ state }) => state === 'ARRIVED').length };
  }).filter(({ count }) => count > 0);
