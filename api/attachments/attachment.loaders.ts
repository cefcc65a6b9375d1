import { manyOf } from '../platform/lists/many.ts';
import { Attachment } from './attachment.entity.ts';

/** An attachment as its thing shows it. */
export interface ShownAttachment extends Attachment {
  /** The viewer may attach to its thing now. */
  isOpen?: boolean;
}

/** Of each thing, in the order in which they were attached; what was taken back is not shown. */
export const attachmentsOf = manyOf<Attachment>(Attachment, {
  owner: 'subject_id',
  order: 'o.position, o.id',
  where: 'o.withdrawn_at is null',
});
